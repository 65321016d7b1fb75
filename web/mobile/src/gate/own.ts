import { reactive, watch } from 'vue'
import { api } from '@/api/client'
import { SignInNeeded } from '@/api/problem'
import { platform } from '@/platform'
import { newId } from '@/state/ids'
import { session } from '@/state/session'
import { waitingIn, type Ledger } from './ledger'
import { openQueue } from './queue'
import type { Send } from './upload'

let last = ''

/** Whose the registrations of this gate are; one whose session has run out goes on keeping. */
export function owner(): string {
  last = session.state.accountId || last
  return last
}

/** Whoever comes next is somebody else, as after signing out. */
export function forgetOwner(): void {
  last = ''
  tell()
}

/** How many of the own registrations wait on this device, at all venues. */
export const waitingHere = reactive({ count: 0 })

function tell(ledger?: Ledger): void {
  waitingHere.count = ledger ? waitingIn(ledger) : 0
}

/** What waits here of whoever it is now. */
export const queue = openQueue(platform, newId, owner, tell)

/** What waits here of that account, whoever signs in meanwhile. */
export const queueOf = (account: string) =>
  openQueue(
    platform,
    newId,
    () => account,
    (ledger) => account === owner() && tell(ledger),
  )

/** Counts again what waits; without an answer where nothing can be kept. */
export async function countWaiting(): Promise<void> {
  tell(await queue.ledger().catch(() => undefined))
}

watch(
  () => session.state.accountId,
  () => void countWaiting(),
  { immediate: true },
)

/** Hands in as that account, and as nobody else. */
export const sendAs =
  (account: string): Send =>
  async (id, deviceId, items) => {
    await session.token()
    if (session.state.accountId !== account) {
      throw new SignInNeeded()
    }
    const path = { id }
    const body = { deviceId, items: [...items] }
    return (await api.post('/api/v1/venues/{id}/registrations/batch', { path, body })).items
  }
