import { reactive } from 'vue'
import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import type { components } from '@/api/schema'
import { sayGate } from '@/i18n/gate'
import { platform } from '@/platform'
import { explain } from '@/state/failure'
import { newId } from '@/state/ids'
import { wentForWhatIsMissing } from '@/state/navigation'
import { letFeel, type ScanAnswer } from '@/state/scan'
import { queue, type Kept } from './kept'
import type { KeptScan } from './ledger'
import { canBePassCode, register, type Registration } from './register'

type Direction = components['schemas']['Direction']

/** Who it is, as far as the gate knows. */
export type Bearer = { passCode: string } | { idNumber: string; name?: string }

/** What the manager and the person see of the last registration. */
export type Shown =
  | { kind: 'answer'; answer: ScanAnswer }
  | { kind: 'kept'; kept: KeptScan }
  | { kind: 'failed'; message: string; field?: string }

/** The same code within this time is the same person still in front of the camera. */
const SAME_MILLIS = 20_000

/** One gate: a direction, and one registration after the other. */
export function useDesk(venueId: () => string, kept: Kept, answered: (answer: ScanAnswer) => void) {
  let last: { registration: Registration; until: number; shown?: Shown } | undefined

  const desk = reactive({
    direction: 'IN' as Direction,
    shown: undefined as Shown | undefined,
    /** The same code was read once more. */
    again: false,
    busy: false,
  })

  const send = (registration: Registration) =>
    api.post('/api/v1/venues/{id}/registrations', {
      path: { id: venueId() },
      body: { ...registration, at: undefined } as Omit<Registration, 'at'>,
    })

  /** Answers whether it was put down; not while another one is. */
  async function put(registration: Registration): Promise<boolean> {
    if (desk.busy) {
      return false
    }
    desk.busy = true
    desk.again = false
    last = { registration, until: 0 }
    try {
      const gate = { queue, away: () => kept.away.value, send, lost: () => (kept.state.lost = true) }
      const result = await register(gate, venueId(), registration)
      if ('answer' in result) {
        desk.shown = { kind: 'answer', answer: result.answer }
        letFeel(result.answer)
        answered(result.answer)
      } else {
        await kept.refresh().catch(() => undefined)
        desk.shown = { kind: 'kept', kept: result.kept }
        platform.feel('notice')
      }
      Object.assign(last, { until: Date.now() + SAME_MILLIS, shown: desk.shown })
      return true
    } catch (failure) {
      fail(failure)
      return false
    } finally {
      desk.busy = false
    }
  }

  function fail(failure: unknown): void {
    platform.feel('bad')
    wentForWhatIsMissing(failure)
    const keeping = !(failure instanceof Problem) && kept.away.value
    const field = failure instanceof Problem ? failure.fields.get('idNumber') : undefined
    desk.shown = { kind: 'failed', message: keeping ? sayGate('notKept') : explain(failure), field }
  }

  const isSame = ({ registration, until }: NonNullable<typeof last>, passCode: string) =>
    registration.passCode === passCode && registration.direction === desk.direction && Date.now() < until

  const fresh = (bearer: Bearer): Registration => ({
    scanId: newId(),
    at: new Date().toISOString(),
    direction: desk.direction,
    ...bearer,
  })

  return {
    desk,

    /** Answers whether the person is registered or kept, so that the form may forget them. */
    type: (idNumber: string, name: string): Promise<boolean> =>
      put(fresh({ idNumber, ...(name ? { name } : {}) })),

    async read(passCode: string): Promise<void> {
      if (last !== undefined && isSame(last, passCode)) {
        desk.again = true
        desk.shown = last.shown
        platform.feel('notice')
      } else if (kept.away.value && !canBePassCode(passCode)) {
        platform.feel('bad')
        desk.shown = { kind: 'failed', message: sayGate('notPassCode') }
        last = undefined
      } else {
        await put(fresh({ passCode }))
      }
    },

    /** The same once more, under the same scan id. */
    async retry(): Promise<void> {
      if (last) {
        await put(last.registration)
      }
    },

    /** Lets in who was refused since the venue is full. */
    async override(): Promise<void> {
      if (last) {
        const now = { scanId: newId(), at: new Date().toISOString() }
        await put({ ...last.registration, ...now, overrideCapacity: true })
      }
    },

    /** Whether the last one can be sent again. */
    canRetry: () => last !== undefined,
  }
}

export type Desk = ReturnType<typeof useDesk>
