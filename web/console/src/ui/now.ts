import { onBeforeUnmount, ref, type Ref } from 'vue'

const HALF_A_MINUTE = 30_000

/** What time it is, for what counts down; it goes on by itself while the page is open. */
export function useNow(everyMillis = HALF_A_MINUTE): Ref<number> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), everyMillis)
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
