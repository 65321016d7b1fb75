// Installs what package-lock.json names, if that is not what stands in node_modules already, and empties what an earlier build
// packed: its files have other names.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const NODE = 20
const MARK = 'node_modules/.installed'

if (Number(process.versions.node.split('.')[0]) < NODE) {
  console.error(`venuepass: the pages need Node.js ${NODE} or newer; this is ${process.versions.node}`)
  process.exit(1)
}
rmSync('../target/classes', { recursive: true, force: true })
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(MARK) || readFileSync(MARK, 'utf8') !== wanted) {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' })
  writeFileSync(MARK, wanted)
}
