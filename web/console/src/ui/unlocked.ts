import { watch } from 'vue'
import { session } from '@/session/session'

/** Does it when somebody is back at a desk that was locked. */
export function onUnlocked(work: () => unknown): void {
  watch(
    () => session.state.locked,
    (locked) => {
      if (!locked) {
        void work()
      }
    },
  )
}
