import { reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * What a list is narrowed by, and what it is at first. It stands in the address, so that a list can be
 * opened, loaded anew and passed on as it is: never a personal value.
 */
export function useFilters<const K extends string>(first: Record<K, string>): Record<K, string> {
  const route = useRoute()
  const router = useRouter()
  const path = route.path
  const usual: Record<string, string> = first
  const inAddress = (): Record<string, string> =>
    Object.fromEntries(
      Object.entries(usual).map(([name, value]) => {
        const given = route.query[name]
        return [name, typeof given === 'string' ? given : value]
      }),
    )
  const filters = reactive<Record<string, string>>(inAddress())

  watch(filters, (now) => {
    const query = Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== usual[name]))
    void router.replace({ path, query })
  })
  watch(
    () => route.query,
    () => {
      if (route.path === path) {
        Object.assign(filters, inAddress())
      }
    },
  )
  return filters as Record<K, string>
}

/** Those that are set, as the query of a request. */
export function chosen<T extends object>(filters: T): { [K in keyof T]?: T[K] } {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as { [K in keyof T]?: T[K] }
}
