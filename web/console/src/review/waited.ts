import { say } from './texts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `3 天`: how long it has waited, in the largest unit that is full. */
export function waited(since: string, now = Date.now()): string {
  const millis = Math.max(0, now - Date.parse(since))
  if (millis >= DAY) {
    return say('daysAgo', { count: Math.floor(millis / DAY) })
  }
  return millis >= HOUR
    ? say('hoursAgo', { count: Math.floor(millis / HOUR) })
    : say('minutesAgo', { count: Math.floor(millis / MINUTE) })
}
