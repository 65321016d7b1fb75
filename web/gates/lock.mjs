// The lock file names no download addresses, and nothing that `npm ci` would miss.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

function found(from, name) {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) {
      return true
    }
    if (place === '') {
      return false
    }
  }
}

const faults = Object.entries(packages).flatMap(([place, { resolved, optionalDependencies = {} }]) => [
  ...(resolved ? [`${place} carries an address`] : []),
  ...Object.keys(optionalDependencies)
    .filter((name) => !found(place, name))
    .map((name) => `${place} may need ${name}, which is not locked`),
])
faults.forEach((fault) => console.error(fault))
console.log(
  faults.length === 0 ? 'lock file: whole, without addresses' : `lock file: ${faults.length} faults`,
)
process.exitCode = faults.length === 0 ? 0 : 1
