// What a browser and WeChat do differently stands in src/platform only.
import { readFileSync, readdirSync } from 'node:fs'

const elsewhere = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, path, name }) => `${parentPath ?? path}/${name}`)
  .filter((file) => !file.startsWith('src/platform'))
  .filter((file) => /#ifn?def/.test(readFileSync(file, 'utf8')))
elsewhere.forEach((file) => console.error(`${file} asks for the platform; move that into src/platform`))
console.log(`two ways of doing it outside src/platform: ${elsewhere.length}`)
process.exitCode = elsewhere.length === 0 ? 0 : 1
