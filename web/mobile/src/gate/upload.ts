import { Problem, Unreachable } from '@/api/problem'
import type { ItemAnswer, KeptScan } from './ledger'
import type { Queue, Safe } from './queue'

/** The service takes this many at once, in a body of 256 KB. */
const MOST_ITEMS = 500
const MOST_BYTES = 200_000
const TOO_LARGE = 413

const HOPELESS = new Set(['FORBIDDEN', 'NOT_FOUND', 'VENUE_NOT_APPROVED'])

/** Whether the service will not take anything of this venue from this account, now or later. */
export function isHopeless(failure: unknown): boolean {
  return failure instanceof Problem && HOPELESS.has(failure.code)
}

export type Send = (
  venueId: string,
  deviceId: string,
  items: readonly KeptScan[],
) => Promise<readonly ItemAnswer[]>

/** In parts that the service takes at once, in their order. */
export function partsOf(waiting: readonly KeptScan[]): KeptScan[][] {
  const parts: KeptScan[][] = []
  let bytes = 0
  for (const scan of waiting) {
    const size = bytesOf(scan)
    const part = parts[parts.length - 1]
    if (part !== undefined && part.length < MOST_ITEMS && bytes + size <= MOST_BYTES) {
      part.push(scan)
      bytes += size
    } else {
      parts.push([scan])
      bytes = size
    }
  }
  return parts
}

/** An upper bound: no character takes more than three bytes a UTF-16 unit. */
function bytesOf(scan: KeptScan): number {
  return JSON.stringify(scan).replace(/[^\0-\x7f]/g, '___').length + 1
}

/**
 * Hands in what waits at the venue, once through. One page uploads at a time; whatever ends it in
 * the middle, the next one sends again what has no answer, under the same scan ids and numbers.
 *
 * @returns how many of them must wait longer
 */
export function upload(
  safe: Pick<Safe, 'alone'>,
  queue: Queue,
  venueId: string,
  send: Send,
): Promise<number> {
  return safe.alone('gate-upload', async () => {
    const { deviceId, waiting } = await queue.book(venueId)

    async function handIn(items: KeptScan[]): Promise<void> {
      let answers: readonly ItemAnswer[]
      try {
        answers = await send(venueId, deviceId, items)
      } catch (failure) {
        if (!(failure instanceof Problem && failure.status === TOO_LARGE && items.length > 1)) {
          throw failure
        }
        const half = Math.ceil(items.length / 2)
        await handIn(items.slice(0, half))
        await handIn(items.slice(half))
        return
      }
      if (!Array.isArray(answers) || answers.length !== items.length) {
        throw new Unreachable('these are not the answers')
      }
      await queue.settle(venueId, items, answers)
    }

    for (const part of partsOf(waiting)) {
      await handIn(part)
    }
    const before = new Set(waiting.map(({ scanId }) => scanId))
    return (await queue.book(venueId)).waiting.filter(({ scanId }) => before.has(scanId)).length
  })
}
