import { computed, reactive, shallowReactive, watch, type ComputedRef, type WatchSource } from 'vue'
import type { Part } from '@/api/client'

/** What of an application the queue has to know. */
export interface Waiting {
  id: string
}

/** Applications in the order in which they are looked at, loaded part by part. */
export interface Queue<T extends Waiting> {
  items: T[]
  state: 'loading' | 'ready' | 'failed'
  failure: unknown
  hasMore: boolean
  current: ComputedRef<T | undefined>
  /** Where the one that is looked at stands, from 0. */
  at: ComputedRef<number>
  /** The one after it, which is looked at next. */
  following: ComputedRef<T | undefined>
  ticked: Set<string>
  look: (id: string) => void
  /** Goes so many further, as far as there are any. */
  step: (by: number) => void
  /** Takes it out; the one after it is looked at then. */
  take: (id: string) => void
  /** Puts what it is now in its place. */
  renew: (item: T) => void
  tick: (id: string) => void
  tickAll: (all: boolean) => void
  more: () => Promise<void>
  /** Begins anew. */
  restart: () => Promise<void>
}

/** So many before the end the next part is fetched. */
const AHEAD = 15

export function useQueue<T extends Waiting>(
  fetch: (cursor: string | undefined) => Promise<Part<T>>,
  dependsOn?: WatchSource,
  /** Which one was looked at before; where it is found, it is looked at again. */
  before = '',
): Queue<T> {
  let newest = 0
  let cursor: string | undefined
  let fetching = false
  const place = reactive({ id: '' })
  const ticked = reactive(new Set<string>())

  async function load(): Promise<void> {
    const mine = newest
    fetching = true
    queue.state = 'loading'
    try {
      const part = await fetch(cursor)
      if (mine === newest) {
        const known = new Set(queue.items.map(({ id }) => id))
        queue.items = [...queue.items, ...part.items.filter(({ id }) => !known.has(id))]
        cursor = part.next ?? undefined
        Object.assign(queue, { hasMore: part.next !== null, state: 'ready', failure: undefined })
        place.id ||= (queue.items.find(({ id }) => id === before) ?? queue.items[0])?.id ?? ''
      }
    } catch (failure) {
      if (mine === newest) {
        Object.assign(queue, { state: 'failed', failure })
      }
    } finally {
      if (mine === newest) {
        fetching = false
      }
    }
  }

  function moreNearTheEnd(): void {
    if (queue.hasMore && queue.state === 'ready' && queue.items.length - queue.at.value <= AHEAD) {
      void queue.more()
    }
  }

  const at = computed(() => queue.items.findIndex(({ id }) => id === place.id))
  const queue: Queue<T> = shallowReactive<Queue<T>>({
    items: [],
    state: 'loading',
    failure: undefined,
    hasMore: false,
    at,
    current: computed(() => queue.items[at.value]),
    following: computed(() => queue.items[at.value + 1]),
    ticked,
    look(id) {
      place.id = id
      moreNearTheEnd()
    },
    step(by) {
      const to = Math.min(Math.max(at.value + by, 0), queue.items.length - 1)
      queue.look(queue.items[to]?.id ?? '')
    },
    take(id) {
      const index = queue.items.findIndex((item) => item.id === id)
      if (index < 0) {
        return
      }
      const after = queue.items[index + 1] ?? queue.items[index - 1]
      queue.items = queue.items.filter((item) => item.id !== id)
      ticked.delete(id)
      if (place.id === id) {
        place.id = after?.id ?? ''
      }
      moreNearTheEnd()
    },
    renew(item) {
      queue.items = queue.items.map((one) => (one.id === item.id ? item : one))
    },
    tick(id) {
      if (!ticked.delete(id)) {
        ticked.add(id)
      }
    },
    tickAll(all) {
      ticked.clear()
      if (all) {
        queue.items.forEach(({ id }) => ticked.add(id))
      }
    },
    more: () => (fetching ? Promise.resolve() : load()),
    restart() {
      newest += 1
      cursor = undefined
      place.id = ''
      ticked.clear()
      Object.assign(queue, { items: [], hasMore: false })
      return load()
    },
  })
  if (dependsOn) {
    watch(dependsOn, () => void queue.restart())
  }
  void queue.restart()
  return queue
}
