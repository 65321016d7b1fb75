import { session } from './session'

const IDLE_MILLIS = 10 * 60_000
const LOOK_MILLIS = 5_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Locks the desk when nobody has touched it for ten minutes. A computer that slept meanwhile is woken by a
 * touch: that one comes too late, too.
 */
export function lockWhenIdle(): void {
  let touched = Date.now()

  /** A clock that was set back hides how long nobody was there. */
  function tooLate(): boolean {
    const idle = Date.now() - touched
    return idle >= IDLE_MILLIS || idle < -LOOK_MILLIS
  }

  function look(touch: boolean): void {
    const open = session.state.account !== undefined && !session.state.locked
    if (open && tooLate()) {
      session.lock()
    }
    if (touch || !open) {
      touched = Date.now()
    }
  }

  for (const sign of SIGNS) {
    addEventListener(sign, () => look(true), { passive: true, capture: true })
  }
  setInterval(() => look(false), LOOK_MILLIS)
}

/** While the desk is locked no key reaches what waits behind, and none closes it. */
export function keepKeysInFront(): void {
  addEventListener(
    'keydown',
    (event) => {
      const atTheLock = event.target instanceof Element && event.target.closest('.sign-in') !== null
      if (session.state.locked && (event.key === 'Escape' || !atTheLock)) {
        event.stopImmediatePropagation()
      }
    },
    { capture: true },
  )
}
