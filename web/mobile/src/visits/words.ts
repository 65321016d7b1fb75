import type { components } from '@/api/schema'
import { dayOf, momentOf, timeOf } from '@/i18n'
import { sayVisits } from '@/i18n/visits'

export type Visit = components['schemas']['Visit']

/** A visit as people say it. */
export interface VisitInWords {
  entry: string
  exit: string
  stay: string
  /** What the stay rests on; empty where both ends were registered. */
  because: string
  /** Why it may not have been there at all. */
  doubt: string
}

/** The day on which it is listed. */
export function visitDay(visit: Visit): string {
  return dayOf(visit.entry?.at ?? visit.stay.from)
}

/** The time alone, or with its day where that is not the visit's. */
function within(day: string, instant: string): string {
  return dayOf(instant) === day ? timeOf(instant) : momentOf(instant)
}

function isInside({ exit, stay }: Visit, now: number): boolean {
  return exit === null && Date.parse(stay.to) > now
}

function exitInWords(visit: Visit, day: string, now: number): string {
  const { exit, stay } = visit
  if (isInside(visit, now)) {
    return sayVisits('stillInside')
  }
  if (exit) {
    return sayVisits('left', { time: within(day, exit.at), method: sayVisits(exit.method) })
  }
  return sayVisits('noExit', { time: within(day, stay.to) })
}

function stayInWords(visit: Visit, day: string, now: number): string {
  const { from, to, source } = visit.stay
  if (isInside(visit, now)) {
    return sayVisits('otherwise', { time: within(day, to) })
  }
  if (source !== 'OBSERVED') {
    return sayVisits('stay', { from: within(day, from), to: within(day, to) })
  }
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)
  return minutes < 60
    ? sayVisits('stayed', { minutes })
    : sayVisits('stayedHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

function doubtInWords({ entry, exit }: NonNullable<Visit['doubt']>): string {
  const kinds = new Set([entry, exit].flatMap((kind) => kind ?? []))
  return [...kinds].map((kind) => sayVisits(kind)).join(' ')
}

/** Says what was registered and what is only believed, and why. */
export function visitInWords(visit: Visit, now: number): VisitInWords {
  const day = visitDay(visit)
  const { entry, stay, doubt } = visit
  return {
    entry: entry
      ? sayVisits('entered', { time: within(day, entry.at), method: sayVisits(entry.method) })
      : sayVisits('noEntry', { time: within(day, stay.from) }),
    exit: exitInWords(visit, day, now),
    stay: stayInWords(visit, day, now),
    because: stay.source === 'OBSERVED' ? '' : sayVisits('because', { source: sayVisits(stay.source) }),
    doubt: doubt ? doubtInWords(doubt) : '',
  }
}
