import { DAY, daysBefore } from '@/i18n/time'

const WEEK = 7 * DAY
const THURSDAY = 4

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
