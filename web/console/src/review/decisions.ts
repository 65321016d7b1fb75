import { reactive, watch } from 'vue'
import { beside, type Duplicate } from './beside'
import type { Queue } from './queue'
import { say } from './texts'
import { api, ask, type Schema } from '@/api/client'
import { Problem } from '@/api/problem'
import { tellFailure } from '@/ui/failure'

type Venue = Schema['Venue']

/** A second click or key within this time was meant for the application before. */
const GUARD_MILLIS = 400

/** Decides the applications of a queue, one at a time. */
export interface Decisions {
  busy: boolean
  /** How many were decided. */
  count: number
  /** What became of the last one. */
  last: { id: string; text: string } | undefined
  /** The one that may be there already, and is only approved when that is confirmed. */
  doubt: { venue: Venue; duplicates: Duplicate[] | undefined } | undefined
  /** Approves the one that is looked at, or asks first. */
  approve: () => Promise<void>
  /** Approves the one that was asked about. */
  confirm: () => Promise<void>
  /** Leaves it undecided. */
  forgo: () => void
  reject: (venue: Venue, reason: string) => Promise<boolean>
  /** Those that their applicants corrected after they were shown here; they are shown as they are now. */
  renewed: Set<string>
  /** Shows these as they are now. */
  lookAnew: (ids: string[]) => Promise<void>
}

/** The state of an application that somebody else decided, or that was withdrawn. */
const gone = (failure: unknown): boolean =>
  failure instanceof Problem && (failure.status === 409 || failure.status === 404)

const changed = (failure: unknown): boolean =>
  failure instanceof Problem && failure.code === 'CHANGED_MEANWHILE'

export function useDecisions(queue: Queue<Venue>): Decisions {
  let shownSince = 0
  watch(
    () => queue.current.value?.id,
    () => (shownSince = performance.now()),
  )

  /** Answers whether it still waits. */
  async function fetchAnew(id: string): Promise<boolean> {
    try {
      const now = await ask(api.GET('/api/v1/venues/{id}', { params: { path: { id } } }))
      if (now.status !== 'PENDING') {
        return false
      }
      beside.forget(id)
      decisions.renewed.add(id)
      queue.ticked.delete(id)
      queue.renew(now)
      shownSince = performance.now()
    } catch (failure) {
      if (gone(failure)) {
        return false
      }
      tellFailure(failure)
    }
    return true
  }

  async function decide(
    venue: Venue,
    work: () => Promise<unknown>,
    text: 'approved' | 'rejected',
  ): Promise<boolean> {
    decisions.busy = true
    try {
      await work()
      decisions.count += 1
      decisions.last = { id: venue.id, text: say(text, { name: venue.name }) }
    } catch (failure) {
      if (!gone(failure)) {
        tellFailure(failure)
        return false
      }
      if (changed(failure) && (await fetchAnew(venue.id))) {
        decisions.last = { id: venue.id, text: say('correctedMeanwhile', { name: venue.name }) }
        return true
      }
      decisions.last = { id: venue.id, text: say('goneMeanwhile', { name: venue.name }) }
      tellFailure(failure)
    } finally {
      decisions.busy = false
    }
    beside.forget(venue.id)
    queue.take(venue.id)
    return true
  }

  const approveNow = (venue: Venue): Promise<boolean> =>
    decide(
      venue,
      () =>
        ask(
          api.POST('/api/v1/venues/{id}/approval', {
            params: { path: { id: venue.id } },
            body: { appliedAt: venue.appliedAt },
          }),
        ),
      'approved',
    )

  const decisions = reactive({
    busy: false,
    count: 0,
    last: undefined,
    doubt: undefined,
    async approve() {
      const venue = queue.current.value
      if (
        !venue ||
        venue.status !== 'PENDING' ||
        decisions.busy ||
        performance.now() - shownSince < GUARD_MILLIS
      ) {
        return
      }
      decisions.busy = true
      const known = await beside.of(venue.id).catch(() => undefined)
      decisions.busy = false
      if (queue.current.value?.id !== venue.id) {
        return
      }
      if (!known || known.duplicates.length > 0) {
        decisions.doubt = { venue, duplicates: known?.duplicates }
      } else {
        await approveNow(venue)
      }
    },
    async confirm() {
      const venue = decisions.doubt?.venue
      if (venue && !decisions.busy) {
        await approveNow(venue)
        decisions.doubt = undefined
      }
    },
    forgo: () => (decisions.doubt = undefined),
    reject: (venue, reason) =>
      decide(
        venue,
        () =>
          ask(
            api.POST('/api/v1/venues/{id}/rejection', {
              params: { path: { id: venue.id } },
              body: { reason, appliedAt: venue.appliedAt },
            }),
          ),
        'rejected',
      ),
    renewed: new Set<string>(),
    async lookAnew(ids) {
      for (const id of ids) {
        if (!(await fetchAnew(id))) {
          queue.take(id)
        }
      }
    },
  }) as Decisions
  return decisions
}
