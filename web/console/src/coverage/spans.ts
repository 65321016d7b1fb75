import { dayOf } from '@/i18n/time'

const DAY = 86_400_000
const WEEK = 7 * DAY
const THURSDAY = 4

/** `2026-11-29`: the day in China, so many days ago. */
export const daysBefore = (days: number, now = Date.now()): string =>
  dayOf(new Date(now - days * DAY).toISOString())

/** How long until then: whole days, then whole hours; never less than one while it lies ahead. */
export interface Span {
  days: number
  hours: number
  over: boolean
}

const HOUR = 3_600_000

export function spanUntil(iso: string, now = Date.now()): Span {
  const away = new Date(iso).getTime() - now
  const length = Math.abs(away)
  return { days: Math.floor(length / DAY), hours: Math.max(1, Math.floor(length / HOUR)), over: away < 0 }
}

/** A week of ISO 8601, which the year has to which its Thursday belongs. */
export interface Week {
  /** `2026-W48`. */
  name: string
  from: string
  to: string
}

function weekOf(monday: number): Week {
  const thursday = new Date(monday + (THURSDAY - 1) * DAY)
  const year = thursday.getUTCFullYear()
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK) + 1
  const day = (millis: number) => new Date(millis).toISOString().slice(0, 10)
  return {
    name: `${year}-W${String(number).padStart(2, '0')}`,
    from: day(monday),
    to: day(monday + WEEK - DAY),
  }
}

/** The weeks of China that are over, the latest first. */
export function weeksBefore(count: number, now = Date.now()): Week[] {
  const today = Date.parse(`${daysBefore(0, now)}T00:00:00Z`)
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY
  return Array.from({ length: count }, (_, at) => weekOf(monday - (at + 1) * WEEK))
}
