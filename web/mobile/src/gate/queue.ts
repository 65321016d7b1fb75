import { SignInNeeded } from '@/api/problem'
import type { Platform } from '@/platform/platform'
import {
  added,
  bookOf,
  named,
  settled,
  withoutTrouble,
  withoutWaiting,
  type Book,
  type ItemAnswer,
  type KeptScan,
  type Ledger,
  type NewScan,
} from './ledger'

/** Where texts survive. */
export type Safe = Pick<Platform, 'keep' | 'kept' | 'alone'>

/** Each account's alone: nobody else sees, uploads or drops it, and its numbers are its own. */
const keyOf = (account: string) => `gate-${account}`

/** What was kept, if it can be read. */
function parsed(text: string | undefined): Ledger | undefined {
  try {
    const ledger = JSON.parse(text || 'null')
    return ledger?.deviceId && ledger.books ? ledger : undefined
  } catch {
    return undefined
  }
}

/**
 * The registrations of one account that wait on this device. Each change reads what is kept, and is
 * kept itself, before another page may make one.
 *
 * @param account whose they are now; empty if nobody's, for whom nothing is kept
 * @param told what is kept now, after each change
 */
export function openQueue(
  safe: Safe,
  newId: () => string,
  account: () => string,
  told: (ledger: Ledger) => unknown = () => undefined,
) {
  function change<T>(work: (ledger: Ledger) => [Ledger, T]): Promise<T> {
    const owner = account()
    if (owner === '') {
      return Promise.reject(new SignInNeeded())
    }
    const key = keyOf(owner)
    return safe.alone('gate-queue', async () => {
      const text = await safe.kept(key)
      const kept = parsed(text)
      if (text !== undefined && kept === undefined) {
        // Another device from now on, whose numbers begin anew; what cannot be read is not thrown away.
        await safe.keep(`${key}-unreadable-${newId()}`, text)
      }
      const [ledger, result] = work(kept ?? { deviceId: newId(), books: {} })
      await safe.keep(key, JSON.stringify(ledger))
      told(ledger)
      return result
    })
  }

  const changed = (work: (ledger: Ledger) => Ledger) => change((ledger) => [work(ledger), undefined])

  return {
    /** Kept when it resolves, and only then may anybody be told so. */
    add: (venueId: string, scan: NewScan): Promise<KeptScan> =>
      change((ledger) => added(ledger, venueId, scan)),

    async ledger(): Promise<Ledger> {
      const owner = account()
      const text = owner && (await safe.alone('gate-queue', () => safe.kept(keyOf(owner))))
      return parsed(text) ?? { deviceId: '', books: {} }
    },

    async book(venueId: string): Promise<Book & { deviceId: string }> {
      const ledger = await this.ledger()
      return { ...bookOf(ledger, venueId), deviceId: ledger.deviceId }
    },

    /** How the venue is called, for when there is no network. */
    async name(venueId: string, name: string): Promise<void> {
      if ((await this.book(venueId)).name !== name) {
        await changed((ledger) => named(ledger, venueId, name))
      }
    },

    settle: (venueId: string, sent: readonly KeptScan[], answers: readonly ItemAnswer[]): Promise<void> =>
      changed((ledger) => settled(ledger, venueId, sent, answers)),

    dropTrouble: (venueId: string, sequence: number): Promise<void> =>
      changed((ledger) => withoutTrouble(ledger, venueId, sequence)),

    dropWaiting: (venueId: string, scanIds: readonly string[]): Promise<void> =>
      changed((ledger) => withoutWaiting(ledger, venueId, scanIds)),
  }
}

export type Queue = ReturnType<typeof openQueue>
