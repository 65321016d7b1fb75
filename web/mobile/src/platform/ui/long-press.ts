const LONG_MILLIS = 600

/**
 * Tells a tap from a long press; a long press is no tap as well. Where nothing can be held, a press is
 * a tap however slow the finger.
 */
export function useLongPress(tap: () => void, held: () => void, canBeHeld = () => true) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasLong = false

  function long(): void {
    wasLong = true
    held()
    setTimeout(() => (wasLong = false), LONG_MILLIS)
  }

  return {
    long,
    click(): void {
      if (!wasLong) {
        tap()
      }
      wasLong = false
    },
    down(): void {
      wasLong = false
      if (canBeHeld()) {
        timer = setTimeout(long, LONG_MILLIS)
      }
    },
    up(): void {
      clearTimeout(timer)
    },
    /** A long press of a finger opens the browser's menu, which would hide what it did. */
    menu(event: Event): void {
      if (canBeHeld()) {
        event.preventDefault()
      }
    },
  }
}
