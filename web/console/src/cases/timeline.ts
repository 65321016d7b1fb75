import type { Statement, TracedStay } from './types'
import { DAY, HOUR } from '@/i18n/time'

/** China has had one time, without summer time, since 1991. */
const CHINA_OFFSET = 8 * HOUR
/** Of the width of a day, so much is a letter of a name. */
const LETTER_PERCENT = 1.55
const NARROWEST_PERCENT = 0.4
const GAP_PERCENT = 0.6
const MOST_EMPTY_DAYS = 21

/** From and to, in percent of a day's width. */
export interface Span {
  from: number
  to: number
}

/** The part of a stay that lies in a day. */
export interface Piece {
  /** Which of the stays. */
  stay: number
  /** Which line of the day it stands on. */
  lane: number
  /** From the earliest entry to the latest exit. */
  bounds: Span
  /** The best guess; absent where only the bounds reach into the day. */
  likely: Span | undefined
  /** What was told and not withdrawn. */
  told: Span[]
  label: string
  /** Whether the name stands before the stay, for want of room behind. */
  labelBefore: boolean
}

export interface Day {
  /** Its first moment in China, in milliseconds since 1970. */
  start: number
  lanes: number
  pieces: Piece[]
}

const startOfDay = (at: number): number => Math.floor((at + CHINA_OFFSET) / DAY) * DAY - CHINA_OFFSET

function within(day: number, from: number, to: number): Span | undefined {
  const first = Math.max(from, day)
  const last = Math.min(to, day + DAY)
  if (first > last || (first === last && first === day + DAY)) {
    return undefined
  }
  const percent = (at: number) => ((at - day) / DAY) * 100
  return { from: percent(first), to: Math.max(percent(last), percent(first) + NARROWEST_PERCENT) }
}

const isPresent = <T>(value: T | undefined): value is T => value !== undefined

function toldSpan({ enteredAt, leftAt, withdrawnAt }: Statement): [number, number] | undefined {
  const times = [enteredAt, leftAt].flatMap((at) => (at ? [Date.parse(at)] : []))
  return withdrawnAt || times.length === 0 ? undefined : [Math.min(...times), Math.max(...times)]
}

function pieceOf(day: number, stay: TracedStay, index: number): Piece | undefined {
  const { entry, exit } = stay.stay.bounds
  const bounds = within(day, Date.parse(entry.earliest.at), Date.parse(exit.latest.at))
  if (!bounds) {
    return undefined
  }
  return {
    stay: index,
    lane: 0,
    bounds,
    likely: within(day, Date.parse(stay.stay.from), Date.parse(stay.stay.to)),
    told: stay.statements
      .map(toldSpan)
      .filter(isPresent)
      .map(([from, to]) => within(day, from, to))
      .filter(isPresent),
    label: stay.venue.name,
    labelBefore: false,
  }
}

/** Puts each on the first line where there is room for it and its name. */
function arranged(pieces: Piece[]): { lanes: number; pieces: Piece[] } {
  const ends: number[] = []
  const room = pieces.map((piece) => {
    const name = piece.label.length * LETTER_PERCENT + GAP_PERCENT
    const labelBefore = piece.bounds.to + name > 100 && piece.bounds.from > name
    return {
      piece,
      labelBefore,
      from: labelBefore ? piece.bounds.from - name : piece.bounds.from,
      to: labelBefore ? piece.bounds.to : piece.bounds.to + name,
    }
  })
  room.sort((one, other) => one.from - other.from)
  const placed = room.map(({ piece, labelBefore, from, to }) => {
    const free = ends.findIndex((end) => end <= from)
    const lane = free < 0 ? ends.length : free
    ends[lane] = to + GAP_PERCENT
    return { ...piece, lane, labelBefore }
  })
  return { lanes: ends.length, pieces: placed }
}

/** The days from the first stay's to the last one's, each with the stays that reach into it. */
export function daysOf(stays: TracedStay[]): Day[] {
  const starts = stays.map(({ stay }) => startOfDay(Date.parse(stay.bounds.entry.earliest.at)))
  const ends = stays.map(({ stay }) => startOfDay(Date.parse(stay.bounds.exit.latest.at)))
  const days: Day[] = []
  for (let start = Math.min(...starts); start <= Math.max(...ends); start += DAY) {
    const day = start
    const pieces = stays.map((stay, index) => pieceOf(day, stay, index)).filter(isPresent)
    days.push({ start, ...arranged(pieces) })
  }
  return days.length > MOST_EMPTY_DAYS ? days.filter(({ pieces }) => pieces.length > 0) : days
}
