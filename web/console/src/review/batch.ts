import { reactive } from 'vue'
import { beside, doubtful, type Beside } from './beside'
import { api, ask, type Schema } from '@/api/client'
import { tellFailure } from '@/ui/failure'

type Venue = Schema['Venue']

/** Most applications of one request. */
export const TOGETHER = 20
/** So many are checked at a time. */
const AT_A_TIME = 4

/** One of several that are to be approved together. */
export interface Candidate {
  venue: Venue
  /** Undefined until it was checked, or when that failed. */
  known: Beside | undefined
  checked: boolean
  included: boolean
  /** `APPROVED`, why not, or `notAnswered`. */
  result: string | undefined
}

export interface Batch {
  candidates: Candidate[]
  state: 'checking' | 'ready' | 'approving' | 'done'
  check: () => Promise<void>
  approve: () => Promise<void>
  /** Ends what is going on, as soon as it can. */
  stop: () => void
}

/** Prepares the approval of several: those that are doubtful are left out at first. */
export function useBatch(venues: Venue[]): Batch {
  let stopped = false

  async function check(candidate: Candidate): Promise<void> {
    candidate.known = await beside.of(candidate.venue.id).catch(() => undefined)
    candidate.included = candidate.known !== undefined && !doubtful(candidate.known)
    candidate.checked = true
  }

  async function send(part: Candidate[]): Promise<void> {
    try {
      const { items } = await ask(
        api.POST('/api/v1/review/approvals', {
          body: {
            venueIds: part.map(({ venue }) => venue.id),
            seen: Object.fromEntries(part.map(({ venue }) => [venue.id, venue.appliedAt])),
          },
        }),
      )
      const results = new Map(items.map(({ venueId, result }) => [venueId, result as string]))
      part.forEach((candidate) => (candidate.result = results.get(candidate.venue.id) ?? 'notAnswered'))
    } catch (failure) {
      part.forEach((candidate) => (candidate.result = 'notAnswered'))
      stopped = true
      tellFailure(failure)
    }
  }

  const batch: Batch = reactive<Batch>({
    candidates: venues.map((venue) => ({
      venue,
      known: undefined,
      checked: false,
      included: false,
      result: undefined,
    })),
    state: 'checking',
    async check() {
      const waiting = [...batch.candidates]
      const worker = async (): Promise<void> => {
        for (let next = waiting.shift(); next && !stopped; next = waiting.shift()) {
          await check(next)
        }
      }
      await Promise.all(Array.from({ length: AT_A_TIME }, worker))
      batch.state = 'ready'
    },
    async approve() {
      if (batch.state !== 'ready') {
        return
      }
      batch.state = 'approving'
      const chosen = batch.candidates.filter(({ included }) => included)
      for (let from = 0; from < chosen.length && !stopped; from += TOGETHER) {
        await send(chosen.slice(from, from + TOGETHER))
      }
      batch.state = 'done'
    },
    stop: () => (stopped = true),
  })
  return batch
}
