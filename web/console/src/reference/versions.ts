import type { Schema } from '@/api/client'

export type Parameters = Schema['TraceParameters']

const PLAIN = [
  'minimumOverlapMinutes',
  'beforeOnsetHours',
  'secondRingGrades',
  'secondRingSources',
  'mostContacts',
] as const

/** One value that is another one in a later version; a venue type where it is a weight. */
export interface Difference {
  field: (typeof PLAIN)[number] | 'typeWeights'
  type?: string
  before: string
  after: string
}

/** A type that is not named has this weight. */
const USUAL = 100

export function differences(before: Parameters, after: Parameters): Difference[] {
  const plain = PLAIN.flatMap((field): Difference[] => {
    const [old, now] = [before, after].map((version) => [version[field]].flat().sort().join('、'))
    return old === now ? [] : [{ field, before: old ?? '', after: now ?? '' }]
  })
  const types = [...new Set([...Object.keys(before.typeWeights), ...Object.keys(after.typeWeights)])]
  const weights = types.sort().flatMap((type): Difference[] => {
    const [old, now] = [before, after].map(({ typeWeights }) => String(typeWeights[type] ?? USUAL))
    return old === now ? [] : [{ field: 'typeWeights', type, before: old ?? '', after: now ?? '' }]
  })
  return [...plain, ...weights]
}
