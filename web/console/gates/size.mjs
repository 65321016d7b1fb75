// What a browser loads before it shows the first page stays within its budget.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET_BYTES = 300 * 1024
const html = readFileSync('dist/index.html', 'utf8')
const seen = new Set()
const todo = [...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name]) => name)
while (todo.length > 0) {
  const name = todo.pop()
  if (!seen.has(name)) {
    seen.add(name)
    const text = name.endsWith('.js') ? readFileSync(`dist/assets/${name}`, 'utf8') : ''
    todo.push(...[...text.matchAll(/(?:from|import)\s*["`]\.\/([\w.-]+)["`]/g)].map(([, part]) => part))
  }
}
const bytes = [...seen].reduce((sum, name) => sum + gzipSync(readFileSync(`dist/assets/${name}`)).length, 0)
const fits = seen.size > 1 && bytes <= BUDGET_BYTES
console.log(
  `first load: ${(bytes / 1024).toFixed(1)} KB gzip of ${BUDGET_BYTES / 1024} in ${seen.size} files`,
)
process.exitCode = fits ? 0 : 1
