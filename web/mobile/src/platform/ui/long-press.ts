const LONG_MILLIS = 600

/** Tells a tap from a long press; a long press is no tap as well. */
export function useLongPress(tap: () => void, held: () => void) {
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
      timer = setTimeout(long, LONG_MILLIS)
    },
    up(): void {
      clearTimeout(timer)
    },
    /** A long press of a finger opens the browser's menu, which would hide what it did. */
    menu(event: Event): void {
      event.preventDefault()
    },
  }
}
