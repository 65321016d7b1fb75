import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { computed, reactive, watch } from 'vue'
import { Problem, SignInNeeded } from '@/api/problem'
import { sayGate } from '@/i18n/gate'
import { platform } from '@/platform'
import { explain } from '@/state/failure'
import { online } from '@/state/network'
import type { KeptScan, Trouble } from './ledger'
import { owner, queue, queueOf, sendAs } from './own'
import { isAway } from './register'
import { isHopeless, upload } from './upload'

const LOOK_MILLIS = 5_000
const FIRST_WAIT_MILLIS = 5_000
const LONGEST_WAIT_MILLIS = 60_000

export { queue }

/** What waits on this device at a venue, uploaded by itself while the page is in front. */
export function useKept(venueId: () => string, uploaded: () => void) {
  let timer: ReturnType<typeof setInterval> | undefined
  let wait = FIRST_WAIT_MILLIS
  let notBefore = 0

  const state = reactive({
    /** What is kept has been read. */
    known: false,
    name: '',
    deviceId: '',
    waiting: [] as readonly KeptScan[],
    troubles: [] as readonly Trouble[],
    uploading: false,
    message: '',
    signInNeeded: false,
    /** The service will not take them, now or later. */
    hopeless: false,
    /** The manager wants to work without the network. */
    chosen: false,
    /** The service did not answer the last time. */
    lost: false,
  })
  const away = computed(() => state.chosen || state.lost || !online.value)

  async function refresh(): Promise<void> {
    const { name, deviceId, waiting, troubles } = await queue.book(venueId())
    Object.assign(state, { known: true, name, deviceId, waiting, troubles })
    if (waiting.length === 0) {
      Object.assign(state, { message: '', hopeless: false, signInNeeded: false })
      state.lost = state.lost && state.uploading
    }
  }

  async function uploadNow(): Promise<void> {
    if (state.uploading || state.waiting.length === 0) {
      return
    }
    state.uploading = true
    const account = owner()
    try {
      const left = await upload(platform, queueOf(account), venueId(), sendAs(account))
      wait = left > 0 ? LONGEST_WAIT_MILLIS : FIRST_WAIT_MILLIS
      const message = left > 0 ? sayGate('clock') : ''
      Object.assign(state, { lost: false, message, hopeless: false, signInNeeded: false })
      uploaded()
    } catch (failure) {
      tell(failure)
    } finally {
      state.uploading = false
      notBefore = Date.now() + wait
      await refresh()
    }
  }

  function tell(failure: unknown): void {
    const retryAfter = failure instanceof Problem ? (failure.retryAfterSeconds ?? 0) * 1000 : 0
    wait = Math.max(Math.min(wait * 2, LONGEST_WAIT_MILLIS), retryAfter)
    state.lost = isAway(failure)
    state.signInNeeded = failure instanceof SignInNeeded
    state.hopeless = isHopeless(failure)
    state.message = state.hopeless ? sayGate('cannotUpload') : explain(failure)
  }

  async function look(): Promise<void> {
    try {
      await refresh()
      if (!state.chosen && Date.now() >= notBefore) {
        await uploadNow()
      }
    } catch (failure) {
      state.message = explain(failure)
    }
  }

  function pause(): void {
    clearInterval(timer)
  }

  onShow(() => {
    pause()
    timer = setInterval(() => void look(), LOOK_MILLIS)
    notBefore = 0
    void look()
  })
  onHide(pause)
  onUnload(pause)
  watch([online, () => state.chosen], () => {
    notBefore = 0
    void look()
  })

  return {
    state,
    away,
    refresh,
    uploadNow,
    async dropTrouble(sequence: number): Promise<void> {
      await queue.dropTrouble(venueId(), sequence)
      await refresh()
    },
    async dropWaiting(): Promise<void> {
      await queue.dropWaiting(
        venueId(),
        state.waiting.map(({ scanId }) => scanId),
      )
      await refresh()
    },
  }
}

export type Kept = ReturnType<typeof useKept>
