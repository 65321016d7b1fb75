import { say } from './texts'
import { say as sayCommon } from '@/i18n'

const MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

export const minutesBetween = (from: string, to: string | number): number =>
  Math.max(0, Math.floor((new Date(to).getTime() - Date.parse(from)) / MINUTE))

/** `45 分钟`, `3 小时 20 分`, `2 天 4 小时`. */
export function spanOf(minutes: number): string {
  if (minutes < 2 * HOUR) {
    return sayCommon('minutes', { count: minutes })
  }
  return minutes < 2 * DAY
    ? say('hours', { hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR })
    : say('days', { days: Math.floor(minutes / DAY), hours: Math.floor((minutes % DAY) / HOUR) })
}
