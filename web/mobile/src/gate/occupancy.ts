import { onShow } from '@dcloudio/uni-app'
import { computed, ref } from 'vue'
import { api } from '@/api/client'
import { sayGate } from '@/i18n/gate'
import type { ScanAnswer } from '@/state/scan'

const FRESH_MILLIS = 60_000

/**
 * How many are inside. Asking notes a look at whoever came last, so it is asked seldom, and the
 * answers of this gate are counted in between.
 */
export function useOccupancy(venueId: () => string) {
  const inside = ref<number>()
  const capacity = ref<number | null>(null)
  let asked = 0

  /** Asks again, when people came in otherwise. */
  async function ask(): Promise<void> {
    asked = Date.now()
    try {
      const path = { id: venueId() }
      const now = await api.get('/api/v1/venues/{id}/occupancy', { path, query: { limit: 1 } })
      inside.value = now.inside
      capacity.value = now.capacity
    } catch {
      // The gate works without it; what is wrong is said by what else the page asks for.
      asked = 0
      inside.value = undefined
    }
  }

  onShow(() => {
    if (Date.now() - asked > FRESH_MILLIS) {
      void ask()
    }
  })

  const text = computed(() => {
    if (inside.value === undefined) {
      return ''
    }
    if (capacity.value === null) {
      return sayGate('inside', { count: inside.value })
    }
    const words = sayGate('insideOf', { count: inside.value, capacity: capacity.value })
    return inside.value >= capacity.value ? `${words} · ${sayGate('full')}` : words
  })

  function count({ outcome }: ScanAnswer): void {
    if (inside.value !== undefined) {
      inside.value += outcome === 'ENTERED' ? 1 : outcome === 'LEFT' ? -1 : 0
    }
  }

  return { text, count, ask }
}
