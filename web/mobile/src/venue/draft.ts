import { watch } from 'vue'
import { session } from '@/state/session'
import { applying, emptyApplication, type Application } from './application'

/** What was typed for a new venue and is not sent yet, with its one way to be sent. */
export interface Draft {
  values: Application
  apply: ReturnType<typeof applying>
}

let left: Draft | undefined

/** Nobody else who uses this device finds it. */
watch(
  () => session.state.signedIn,
  () => (left = undefined),
)

/** What was left before, or an empty one. It is in memory only. */
export function draft(): Draft {
  const found = left ?? { values: emptyApplication(), apply: applying() }
  left = undefined
  return found
}

/** The page closes before it was sent: a wrong swipe is enough. */
export function leave(unsent: Draft): void {
  left = session.state.signedIn ? unsent : undefined
}
