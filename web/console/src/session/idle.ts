import { session } from './session'

const IDLE_MILLIS = 10 * 60_000
const LOOK_MILLIS = 5_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Locks the desk when nobody has touched it for ten minutes, even if the computer slept meanwhile. */
export function lockWhenIdle(): void {
  let touched = Date.now()
  for (const sign of SIGNS) {
    addEventListener(sign, () => (touched = Date.now()), { passive: true, capture: true })
  }
  setInterval(() => {
    if (session.state.account && !session.state.locked && Date.now() - touched >= IDLE_MILLIS) {
      session.lock()
    }
    if (session.state.locked) {
      touched = Date.now()
    }
  }, LOOK_MILLIS)
}
