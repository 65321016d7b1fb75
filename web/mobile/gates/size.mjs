// The first load of the phone's pages in a browser stays within its budget.
import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET_BYTES = 150 * 1024
const ROOT = 'dist/build/h5'

const html = readFileSync(`${ROOT}/index.html`, 'utf8')
const named = (text) => [...text.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name]) => name)

/** What the browser loads for a page: what the start names, and what that page's parts name in turn. */
function needed(page) {
  const files = readdirSync(`${ROOT}/assets`)
  if (!files.some((name) => name.startsWith(`pages-${page}-`))) {
    throw new Error(`no part of the build is the page ${page}`)
  }
  const todo = [...named(html), ...files.filter((name) => name.startsWith(`pages-${page}-`))]
  const seen = new Set()
  while (todo.length > 0) {
    const name = todo.pop()
    if (seen.has(name)) {
      continue
    }
    seen.add(name)
    if (name.endsWith('.js') && !html.includes(name)) {
      const imports = [
        ...readFileSync(`${ROOT}/assets/${name}`, 'utf8').matchAll(/(?:from|import)\s*"\.\/([\w.-]+)"/g),
      ]
      todo.push(...imports.map(([, part]) => part))
    }
  }
  return [...seen]
}

const size = (name) => gzipSync(readFileSync(`${ROOT}/assets/${name}`)).length
let fits = true
for (const page of ['home', 'landing']) {
  const bytes = needed(page).reduce((sum, name) => sum + size(name), gzipSync(html).length)
  fits &&= bytes <= BUDGET_BYTES
  console.log(`first load of ${page}: ${(bytes / 1024).toFixed(1)} KB gzip of ${BUDGET_BYTES / 1024}`)
}
process.exitCode = fits ? 0 : 1
