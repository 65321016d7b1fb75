import { Problem, Unreachable } from '@/api/problem'
import type { components } from '@/api/schema'
import type { KeptScan, NewScan } from './ledger'
import type { Queue } from './queue'

type ScanAnswer = components['schemas']['ScanAnswer']

/** A registration: what was read or typed, when, and under which scan id. */
export type Registration = NewScan & { readonly overrideCapacity?: boolean }

export type Registered = { readonly answer: ScanAnswer } | { readonly kept: KeptScan }

interface Gate {
  queue: Pick<Queue, 'add'>
  /** Whether there is no use in asking the service now. */
  away: () => boolean
  send: (registration: Registration) => Promise<ScanAnswer>
  /** Told when the service did not answer. */
  lost: () => void
}

const PASS_CODE = /^[\w.~:-]{16,512}$/
const SERVER_FAILED = 500

/** Whether what a camera read can be a pass code at all; where no service can say it. */
export function canBePassCode(read: string): boolean {
  return PASS_CODE.test(read)
}

/** Whether the service could not work, so that the registration must be kept. */
export function isAway(failure: unknown): boolean {
  return failure instanceof Unreachable || (failure instanceof Problem && failure.status >= SERVER_FAILED)
}

/**
 * Registers somebody at the service, or on the device when it cannot be asked. Under one scan id
 * both may happen, and it counts once.
 */
export async function register(gate: Gate, venueId: string, registration: Registration): Promise<Registered> {
  if (!gate.away()) {
    try {
      return { answer: await gate.send(registration) }
    } catch (failure) {
      if (!isAway(failure)) {
        throw failure
      }
      gate.lost()
    }
  }
  const { scanId, at, direction, passCode, idNumber, name } = registration
  return { kept: await gate.queue.add(venueId, { scanId, at, direction, passCode, idNumber, name }) }
}
