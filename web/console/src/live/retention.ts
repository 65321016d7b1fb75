import { spanOf } from '@/i18n/span'

const PARTS = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/

/** A duration as the service spells it, `PT672H` or `PT1.2S`, in words; itself where it is another. */
export function daysOf(duration: string): string {
  const found = PARTS.exec(duration)
  if (!found) {
    return duration
  }
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  const whole = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
  return whole < 60 ? `${whole.toFixed(1)} s` : spanOf(whole * 1000)
}
