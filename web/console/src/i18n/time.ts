export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

// sv-SE writes dates as ISO 8601 does.
const CHINA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const inChina = (iso: string): string => CHINA.format(new Date(iso))

/** `2026-11-29 14:05`, in China; empty for what never was. */
export const momentOf = (iso: string | null | undefined): string => (iso ? inChina(iso).slice(0, 16) : '')

/** `2026-11-29`, in China. */
export const dayOf = (iso: string | null | undefined): string => (iso ? inChina(iso).slice(0, 10) : '')

/** `14:05:09`, in China. */
export const timeOf = (iso: string | null | undefined): string => (iso ? inChina(iso).slice(11) : '')

/** A moment of a clock on a wall in China, `2026-11-29 08:30`, as the API spells it. */
export function fromWall(wall: string | null | undefined): string | undefined {
  return wall ? new Date(`${wall.slice(0, 16).replace(' ', 'T')}:00+08:00`).toISOString() : undefined
}

/** The moment that many days ahead, in full minutes and never later: no longest term is exceeded. */
export const daysAhead = (days: number, now: number): string =>
  new Date(Math.floor((now + days * DAY) / MINUTE) * MINUTE).toISOString()

/** `2026-11-29`: the day in China, so many days ago. */
export const daysBefore = (days: number, now = Date.now()): string =>
  dayOf(new Date(now - days * DAY).toISOString())
