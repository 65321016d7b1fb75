import { texts } from '.'

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

const MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

/** `3 天 4 小时`: the two largest units of it. */
export function spanOf(millis: number): string {
  const exact = Math.round(Math.abs(millis) / MINUTE)
  const minutes = exact < DAY ? exact : Math.round(exact / HOUR) * HOUR
  const days = Math.floor(minutes / DAY)
  const hours = Math.floor((minutes % DAY) / HOUR)
  const parts = [
    ...(days > 0 ? [say('days', { count: days })] : []),
    ...(hours > 0 ? [say('hours', { count: hours })] : []),
    ...(days === 0 && (hours === 0 || minutes % HOUR > 0) ? [say('minutes', { count: minutes % HOUR })] : []),
  ]
  return parts.join(say('join'))
}

/** How long it is until then, or since: `剩余 3 小时 12 分钟`, `已过 2 天`. */
export function leftUntil(iso: string, now: number): string {
  const millis = Date.parse(iso) - now
  return say(millis >= 0 ? 'left' : 'over', { span: spanOf(millis) })
}
