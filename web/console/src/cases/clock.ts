import type { FollowUp } from './types'
import { passed } from '@/i18n/span'

/** Milliseconds of the legs of a case, from its opening until all contacts were reached. */
export interface Clock {
  list: number | null
  firstContact: number | null
  allContacts: number | null
  whole: number | null
}

/**
 * The clock of a case.
 *
 * @param listedAt when the first list stood
 * @param reached those of the list who were reached
 * @param waiting how many of the list were not
 */
export function clockOf(
  openedAt: string,
  listedAt: string | undefined,
  reached: Pick<FollowUp, 'reachedAt'>[],
  waiting: number,
): Clock {
  const times = reached.flatMap(({ reachedAt }) => (reachedAt ? [reachedAt] : [])).sort()
  const first = times[0]
  const last = waiting === 0 ? times.at(-1) : undefined
  const between = (from: string | undefined, to: string | undefined): number | null =>
    from && to ? passed(from, to) : null
  return {
    list: between(openedAt, listedAt),
    firstContact: between(listedAt, first),
    allContacts: between(first, last),
    whole: between(openedAt, last),
  }
}
