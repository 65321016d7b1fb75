import { dayOf } from '@/i18n'
import { sayVisits } from '@/i18n/visits'

const DAY_MILLIS = 24 * 60 * 60 * 1000
const KEPT_DAYS = 28
const LAST_DAYS = [7, 14, KEPT_DAYS]

function dayBefore(now: number, days: number): string {
  return dayOf(new Date(now - days * DAY_MILLIS).toISOString())
}

/** A day's name: 今天, 昨天, or its date. */
export function dayName(day: string, now: number): string {
  const word = day === dayBefore(now, 0) ? 'today' : day === dayBefore(now, 1) ? 'yesterday' : undefined
  return word ? `${sayVisits(word)} ${day}` : day
}

/** The times to choose from: the last days, or one of them. */
export function ranges(now: number): { code: string; name: string }[] {
  const last = LAST_DAYS.map((days) => ({ code: String(days), name: sayVisits('lastDays', { days }) }))
  const each = Array.from({ length: KEPT_DAYS }, (_, days) => dayBefore(now, days))
  return [...last, ...each.map((day) => ({ code: day, name: dayName(day, now) }))]
}

/** The half-open interval that a choice stands for, in whole days of China. */
export function interval(choice: string, now: number): { from: string; to: string } {
  const single = choice.includes('-')
  const first = single ? choice : dayBefore(now, Number(choice) - 1)
  const last = single ? choice : dayBefore(now, 0)
  const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
  return {
    from: new Date(midnight(first)).toISOString(),
    to: new Date(midnight(last) + DAY_MILLIS).toISOString(),
  }
}

/** Neighbours of one day together, in the order in which they come. */
export function byDay<T>(items: readonly T[], dayOfItem: (item: T) => string): { day: string; items: T[] }[] {
  const days: { day: string; items: T[] }[] = []
  for (const item of items) {
    const day = dayOfItem(item)
    const last = days[days.length - 1]
    if (last?.day === day) {
      last.items.push(item)
    } else {
      days.push({ day, items: [item] })
    }
  }
  return days
}
