// One step of the build, for both clients side by side: `node build.mjs libraries|pages|checks [client…]`.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const NODE = 20
const CLIENTS = ['mobile', 'console']
const MARK = 'node_modules/.installed'

const [step, ...wanted] = process.argv.slice(2)

/** Runs it; what it prints is shown whole when it has ended, so that two do not mix. */
function run(client, command, ...parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: client })
    const printed = []
    child.stdout.on('data', (part) => printed.push(part))
    child.stderr.on('data', (part) => printed.push(part))
    child.on('error', reject)
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed))
      if (code === 0) {
        resolve()
      } else {
        reject(new Error(`${client}: ${command} ${parameters.join(' ')} failed`))
      }
    })
  })
}

const STEPS = {
  /** Installs what package-lock.json names, if that is not what stands in node_modules already. */
  async libraries(client) {
    const lock = createHash('sha256').update(readFileSync(`${client}/package-lock.json`)).digest('hex')
    const mark = `${client}/${MARK}`
    if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
      await run(client, 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund')
      writeFileSync(mark, lock)
    }
  },

  pages: (client) => run(client, 'npm', 'run', 'build'),

  checks: (client) => run(client, 'npm', 'run', 'verify'),
}

if (Number(process.versions.node.split('.')[0]) < NODE) {
  console.error(`venuepass: the pages need Node.js ${NODE} or newer; this is ${process.versions.node}`)
  process.exit(1)
}
if (!(step in STEPS)) {
  console.error(`venuepass: build.mjs ${Object.keys(STEPS).join('|')} [${CLIENTS.join('|')}]`)
  process.exit(1)
}
if (step === 'pages') {
  // What an earlier build packed has other names.
  rmSync('target/classes', { recursive: true, force: true })
}
const ended = await Promise.allSettled((wanted.length > 0 ? wanted : CLIENTS).map(STEPS[step]))
const failures = ended.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message)
failures.forEach((failure) => console.error(`venuepass: ${failure}`))
process.exitCode = failures.length === 0 ? 0 : 1
