import { watch } from 'vue'
import { platform } from '@/platform'
import { online } from '@/state/network'
import { session } from '@/state/session'
import { queueOf, sendAs } from './own'
import { isHopeless, upload } from './upload'

let running: Promise<void> | undefined

/**
 * Hands in what waits on this device at all venues of whoever is signed in, whatever page is open.
 * Never rejects: what is left waits for the next time, and the pages tell why.
 */
export function uploadAll(): Promise<void> {
  running ??= uploadEach(session.state.accountId)
    .catch(() => undefined)
    .finally(() => (running = undefined))
  return running
}

async function uploadEach(account: string): Promise<void> {
  const queue = queueOf(account)
  const { books } = await queue.ledger()
  for (const [venueId, { waiting }] of Object.entries(books)) {
    if (waiting.length > 0) {
      await upload(platform, queue, venueId, sendAs(account)).catch(goOn)
    }
  }
}

/** Where only this venue is the matter. */
function goOn(failure: unknown): number {
  if (isHopeless(failure)) {
    return 0
  }
  throw failure
}

watch(online, (now) => {
  if (now) {
    void uploadAll()
  }
})
