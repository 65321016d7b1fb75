import { texts } from '.'
import { DAY, HOUR, MINUTE } from './time'

const say = texts({
  zh: {
    days: '{count} 天',
    hours: '{count} 小时',
    minutes: '{count} 分钟',
    left: '剩余 {span}',
    over: '已过 {span}',
    join: ' ',
  },
  en: {
    days: '{count} d',
    hours: '{count} h',
    minutes: '{count} min',
    left: '{span} left',
    over: '{span} over',
    join: ' ',
  },
})

/** How long it took from then to then, in full minutes; nothing where a clock goes after another. */
export const passed = (from: string, to: string | number): number =>
  Math.max(0, Math.floor((new Date(to).getTime() - Date.parse(from)) / MINUTE)) * MINUTE

/** `3 天 4 小时`: the two largest units of it. */
export function spanOf(millis: number): string {
  const exact = Math.round(Math.abs(millis) / MINUTE) * MINUTE
  const whole = exact < DAY ? exact : Math.round(exact / HOUR) * HOUR
  const days = Math.floor(whole / DAY)
  const hours = Math.floor((whole % DAY) / HOUR)
  const minutes = (whole % HOUR) / MINUTE
  const parts = [
    ...(days > 0 ? [say('days', { count: days })] : []),
    ...(hours > 0 ? [say('hours', { count: hours })] : []),
    ...(days === 0 && (hours === 0 || minutes > 0) ? [say('minutes', { count: minutes })] : []),
  ]
  return parts.join(say('join'))
}

/** `3 天`: the largest unit of it that is full. */
export function roughly(millis: number): string {
  if (millis >= DAY) {
    return say('days', { count: Math.floor(millis / DAY) })
  }
  return millis >= HOUR
    ? say('hours', { count: Math.floor(millis / HOUR) })
    : say('minutes', { count: Math.floor(millis / MINUTE) })
}

/** How long it is until then, or since: `剩余 3 小时 12 分钟`, `已过 2 天`. */
export function leftUntil(iso: string, now: number): string {
  const millis = Date.parse(iso) - now
  return say(millis >= 0 ? 'left' : 'over', { span: spanOf(millis) })
}
