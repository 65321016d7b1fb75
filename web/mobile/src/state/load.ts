import { onShow } from '@dcloudio/uni-app'
import { shallowReactive } from 'vue'
import { wentForWhatIsMissing } from './navigation'
import { explain } from './failure'

/** Something that a page shows once the service has answered. */
export interface Load<T> {
  state: 'loading' | 'ready' | 'failed'
  value: T | undefined
  /** What to tell about the failure. */
  message: string
  reload: () => Promise<void>
}

interface Loading<T> {
  load: Load<T>
  /** @param byItself not because somebody asked for it by a tap */
  run: (byItself: boolean) => Promise<void>
}

function loading<T>(fetch: () => Promise<T>): Loading<T> {
  let newest = 0
  const load = shallowReactive<Load<T>>({
    state: 'loading',
    value: undefined,
    message: '',
    reload: () => run(false),
  })

  async function run(byItself: boolean): Promise<void> {
    const mine = ++newest
    load.state = load.value === undefined ? 'loading' : load.state
    try {
      const value = await fetch()
      if (mine === newest) {
        Object.assign(load, { value, state: 'ready', message: '' })
      }
    } catch (failure) {
      if (mine === newest) {
        wentForWhatIsMissing(failure, byItself)
        Object.assign(load, { state: 'failed', message: explain(failure) })
      }
    }
  }

  return { load, run }
}

/** Loads when told to; what is shown stays while it loads again. */
export function loadOnDemand<T>(fetch: () => Promise<T>): Load<T> {
  return loading(fetch).load
}

/**
 * Loads whenever the page comes to the front; what is shown stays while it loads again. Goes to the
 * sign-in page when that is missing, and loads when the person comes back. Who comes back without
 * signing in is not sent there again but told.
 */
export function useLoad<T>(fetch: () => Promise<T>): Load<T> {
  const { load, run } = loading(fetch)
  onShow(() => void run(true))
  return load
}
