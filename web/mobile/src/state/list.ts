import { shallowReactive } from 'vue'
import { useLoad, type Load } from './load'
import { explain } from './failure'

/** A part of a list, and where the next one begins. */
export interface Part<T> {
  items: T[]
  next: string | null
}

/** A list that grows by its next part. */
export interface List<T> {
  readonly load: Load<T[]>
  next: string | null
  busy: boolean
  message: string
  more: () => Promise<void>
}

/** Loads the first part whenever the page comes to the front, and more on demand. */
export function useList<T>(fetch: (cursor?: string) => Promise<Part<T>>): List<T> {
  const load = useLoad(async () => {
    const part = await fetch()
    list.next = part.next
    return part.items
  })
  const list = shallowReactive<List<T>>({
    load,
    next: null,
    busy: false,
    message: '',
    async more() {
      if (list.busy || list.next === null) {
        return
      }
      list.busy = true
      list.message = ''
      const before = load.value
      try {
        const part = await fetch(list.next)
        if (load.value === before) {
          load.value = [...(before ?? []), ...part.items]
          list.next = part.next
        }
      } catch (failure) {
        list.message = explain(failure)
      } finally {
        list.busy = false
      }
    },
  })
  return list
}
