const CHINA_OFFSET_MILLIS = 8 * 60 * 60 * 1000

function parts(instant: string): { day: string; time: string } {
  const text = new Date(Date.parse(instant) + CHINA_OFFSET_MILLIS).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/** `14:05`, in China. */
export function timeOf(instant: string): string {
  return parts(instant).time
}

/** `2021-09-01`, in China. */
export function dayOf(instant: string): string {
  return parts(instant).day
}

/** `2021-09-01 14:05`, in China. */
export function momentOf(instant: string): string {
  const { day, time } = parts(instant)
  return `${day} ${time}`
}
