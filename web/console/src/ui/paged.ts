import { shallowReactive, watch, type WatchSource } from 'vue'
import { onUnlocked } from './unlocked'
import type { Part } from '@/api/client'
import { SignInNeeded } from '@/api/problem'
import { preferences } from '@/preferences'

/** A list of which the service gives a page at a time. */
export interface Paged<T> {
  items: T[]
  state: 'loading' | 'ready' | 'failed'
  failure: unknown
  /** 1 for the first. */
  page: number
  hasNext: boolean
  next: () => Promise<void>
  previous: () => Promise<void>
  /** The same page again. */
  reload: () => Promise<void>
  /** The first page again. */
  restart: () => Promise<void>
}

/** Where a page begins, and how many rows it has. */
export interface Cut {
  limit: number
  cursor?: string
}

/** Loads the first page at once, and again when what it depends on changes. Only the latest answer counts. */
export function usePaged<T>(fetch: (cut: Cut) => Promise<Part<T>>, dependsOn?: WatchSource): Paged<T> {
  let newest = 0
  /** Where the pages up to the next one begin. */
  let starts: (string | undefined)[] = [undefined]

  async function show(page: number): Promise<void> {
    const mine = ++newest
    paged.state = 'loading'
    const cursor = starts[page - 1]
    try {
      const part = await fetch({ limit: preferences.rows, ...(cursor ? { cursor } : {}) })
      if (mine === newest) {
        starts = [...starts.slice(0, page), ...(part.next ? [part.next] : [])]
        Object.assign(paged, {
          items: part.items,
          hasNext: part.next !== null,
          page,
          state: 'ready',
          failure: undefined,
        })
      }
    } catch (failure) {
      if (mine === newest) {
        // Behind the lock nothing has failed: it is fetched when somebody is back.
        Object.assign(paged, failure instanceof SignInNeeded ? { failure } : { state: 'failed', failure })
      }
    }
  }

  function restart(): Promise<void> {
    starts = [undefined]
    return show(1)
  }

  const paged: Paged<T> = shallowReactive<Paged<T>>({
    items: [],
    state: 'loading',
    failure: undefined,
    page: 1,
    hasNext: false,
    next: () => (paged.hasNext ? show(paged.page + 1) : Promise.resolve()),
    previous: () => (paged.page > 1 ? show(paged.page - 1) : Promise.resolve()),
    reload: () => show(paged.page),
    restart,
  })
  watch([() => preferences.rows, ...(dependsOn ? [dependsOn] : [])], () => {
    paged.items = []
    void restart()
  })
  onUnlocked(() => paged.failure instanceof SignInNeeded && paged.reload())
  void restart()
  return paged
}
