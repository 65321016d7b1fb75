import { computed, type ComputedRef } from 'vue'
import { divisions } from './divisions'
import { session } from '@/session/session'

/**
 * Whether the signed-in account answers for a whole tree, and so for what is one for all; not known
 * until the tree is there.
 */
export function useWholeTree(): ComputedRef<boolean | undefined> {
  void divisions.need()
  return computed(() => {
    const code = session.state.account?.divisionCode
    const own = code && divisions.find(code)
    return own ? own.parent === null : code ? undefined : false
  })
}
