import { onScopeDispose } from 'vue'

/** Does it again and again as long as that holds, and no longer than the page is open. */
export function usePoll(work: () => Promise<unknown>, goesOn: () => boolean, everyMillis: number): void {
  let left = false
  let next: ReturnType<typeof setTimeout> | undefined

  async function turn(): Promise<void> {
    if (goesOn()) {
      await work()
    }
    if (!left) {
      next = setTimeout(() => void turn(), everyMillis)
    }
  }

  next = setTimeout(() => void turn(), everyMillis)
  onScopeDispose(() => {
    left = true
    clearTimeout(next)
  })
}
