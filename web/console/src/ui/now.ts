import { onBeforeUnmount, ref, type Ref } from 'vue'
import { serviceNow } from '@/api/clock'

const HALF_A_MINUTE = 30_000

/** What time it is for the service, for what counts down; it goes on by itself while the page is open. */
export function useNow(everyMillis = HALF_A_MINUTE): Ref<number> {
  const now = ref(serviceNow())
  const timer = setInterval(() => (now.value = serviceNow()), everyMillis)
  onBeforeUnmount(() => clearInterval(timer))
  return now
}
