import { api } from '@/api/client'
import type { Division } from './types'

/** Those directly below one, or the roots. */
export async function divisionsBelow(parent?: string): Promise<Division[]> {
  return (await api.get('/api/v1/divisions', { query: { parent } })).items
}

/** A division's code without the zeros that stand for what lies below it (GB/T 2260 and GB/T 10114). */
function significant(code: string): string {
  return code.replace(/(000){0,2}$/, '').replace(/^(\d{2}|\d{4})(00)+$/, '$1')
}

/** The one of these in which that division must lie, by its code. */
function towards(code: string, among: Division[]): Division | undefined {
  return among
    .filter((division) => code.startsWith(significant(division.code)))
    .sort((one, other) => significant(other.code).length - significant(one.code).length)[0]
}

/** One level of the tree: what there is, and which of them lies on the way. */
export interface Level {
  choices: Division[]
  chosen: string
}

/** The way from the roots to a division, level by level; as far as it is known. */
export async function levelsTo(code: string, below = divisionsBelow): Promise<Level[]> {
  const levels: Level[] = []
  for (let parent: string | undefined; parent !== code; ) {
    const choices: Division[] = await below(parent)
    const chosen = towards(code, choices)
    if (choices.length === 0) {
      break
    }
    levels.push({ choices, chosen: chosen?.code ?? '' })
    if (chosen === undefined) {
      break
    }
    parent = chosen.code
  }
  return levels
}

/** The names on the way to a division below the roots, or its code if it is not known. */
export async function nameOf(code: string): Promise<string> {
  const levels = await levelsTo(code)
  const way = levels.map(({ choices, chosen }) => choices.find((division) => division.code === chosen))
  return way[way.length - 1]?.code === code
    ? way
        .slice(way.length > 1 ? 1 : 0)
        .map((division) => division?.name)
        .join(' · ')
    : code
}
