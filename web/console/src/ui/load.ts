import { shallowReactive, watch, type WatchSource } from 'vue'
import { onUnlocked } from './unlocked'
import { SignInNeeded } from '@/api/problem'

/** Something that a page shows once the service has answered. */
export interface Load<T> {
  state: 'loading' | 'ready' | 'failed'
  value: T | undefined
  failure: unknown
  /** Fetches it again; what is shown stays meanwhile. */
  reload: () => Promise<void>
}

/** Loads at once, and again when what it depends on changes. Only the latest answer counts. */
export function useLoad<T>(fetch: () => Promise<T>, dependsOn?: WatchSource): Load<T> {
  let newest = 0
  const load = shallowReactive<Load<T>>({
    state: 'loading',
    value: undefined,
    failure: undefined,
    async reload() {
      const mine = ++newest
      load.state = load.value === undefined ? 'loading' : load.state
      try {
        const value = await fetch()
        if (mine === newest) {
          Object.assign(load, { value, state: 'ready', failure: undefined })
        }
      } catch (failure) {
        if (mine === newest) {
          // Behind the lock nothing has failed: it is fetched when somebody is back.
          Object.assign(load, failure instanceof SignInNeeded ? { failure } : { state: 'failed', failure })
        }
      }
    },
  })
  if (dependsOn) {
    watch(dependsOn, () => {
      load.value = undefined
      void load.reload()
    })
  }
  onUnlocked(() => load.failure instanceof SignInNeeded && load.reload())
  void load.reload()
  return load
}
