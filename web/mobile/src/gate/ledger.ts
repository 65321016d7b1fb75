import type { components } from '@/api/schema'
import { maskIdNumber } from './id-number'

type Schemas = components['schemas']

/** A registration that waits on the device. */
export type KeptScan = Schemas['KeptScan']
export type ItemAnswer = Schemas['ScanAnswer'] | Schemas['Problem']

/** A registration before it has its number. */
export type NewScan = Omit<KeptScan, 'sequence'>

/** What was uploaded and did not become a registration; nothing in it tells who it was. */
export interface Trouble {
  readonly sequence: number
  readonly at: string
  readonly direction: Schemas['Direction']
  readonly by: 'PASS_CODE' | 'ID_NUMBER'
  /** The masked number of whom a manager typed; empty where nothing may or can be shown. */
  readonly masked: string
  readonly message: string
}

/** What the device keeps of one venue. Its numbers count per venue: 1, 2, 3 … */
export interface Book {
  readonly name: string
  readonly next: number
  readonly waiting: readonly KeptScan[]
  readonly troubles: readonly Trouble[]
}

/** All that the device keeps of an account: one text, so that a number and what it counts are kept together. */
export interface Ledger {
  readonly deviceId: string
  readonly books: Readonly<Record<string, Book>>
}

const EMPTY: Book = { name: '', next: 1, waiting: [], troubles: [] }
const LATER = new Set(['DEVICE_TIME_AHEAD', 'TOO_MANY_REQUESTS'])
const SERVER_FAILED = 500

export function bookOf(ledger: Ledger, venueId: string): Book {
  return ledger.books[venueId] ?? EMPTY
}

/** How many wait, at all venues. */
export function waitingIn({ books }: Ledger): number {
  return Object.values(books).reduce((count, { waiting }) => count + waiting.length, 0)
}

function withBook(ledger: Ledger, venueId: string, change: Partial<Book>): Ledger {
  return { ...ledger, books: { ...ledger.books, [venueId]: { ...bookOf(ledger, venueId), ...change } } }
}

export function named(ledger: Ledger, venueId: string, name: string): Ledger {
  return withBook(ledger, venueId, { name })
}

/** With one more that waits, under the next number. */
export function added(ledger: Ledger, venueId: string, scan: NewScan): [Ledger, KeptScan] {
  const { next, waiting } = bookOf(ledger, venueId)
  const kept = { ...scan, sequence: next }
  return [withBook(ledger, venueId, { next: next + 1, waiting: [...waiting, kept] }), kept]
}

/**
 * Without those that have got their answer. What cannot be taken yet goes on waiting, and so does
 * what an answer is not clearly about.
 */
export function settled(
  ledger: Ledger,
  venueId: string,
  sent: readonly KeptScan[],
  answers: readonly ItemAnswer[],
): Ledger {
  const book = bookOf(ledger, venueId)
  const answerOf = new Map(sent.map(({ scanId }, place) => [scanId, answers[place]]))
  const done = book.waiting.filter((scan) => isFinal(scan, answerOf.get(scan.scanId)))
  const troubles = done.flatMap((scan) => trouble(scan, answerOf.get(scan.scanId)))
  return withBook(ledger, venueId, {
    waiting: book.waiting.filter((scan) => !done.includes(scan)),
    troubles: [...book.troubles, ...troubles],
  })
}

/** Without what the manager has dealt with. */
export function withoutTrouble(ledger: Ledger, venueId: string, sequence: number): Ledger {
  const { troubles } = bookOf(ledger, venueId)
  return withBook(ledger, venueId, { troubles: troubles.filter((other) => other.sequence !== sequence) })
}

/** Without what waited and cannot be uploaded; its numbers stay a gap that the venue sees. */
export function withoutWaiting(ledger: Ledger, venueId: string, scanIds: readonly string[]): Ledger {
  const { waiting } = bookOf(ledger, venueId)
  return withBook(ledger, venueId, { waiting: waiting.filter(({ scanId }) => !scanIds.includes(scanId)) })
}

function isFinal(scan: KeptScan, answer: ItemAnswer | undefined): boolean {
  if (answer === undefined) {
    return false
  }
  return 'outcome' in answer
    ? answer.scanId === scan.scanId
    : 'code' in answer && answer.status < SERVER_FAILED && !LATER.has(answer.code)
}

function trouble(scan: KeptScan, answer: ItemAnswer | undefined): Trouble[] {
  if (answer === undefined || ('outcome' in answer && answer.outcome !== 'REFUSED')) {
    return []
  }
  const refused = 'outcome' in answer
  return [
    {
      sequence: scan.sequence,
      at: scan.at,
      direction: scan.direction,
      by: scan.idNumber ? 'ID_NUMBER' : 'PASS_CODE',
      masked: scan.idNumber && !refused ? maskIdNumber(scan.idNumber) : '',
      message: refused ? answer.message : answer.detail || answer.title,
    },
  ]
}
