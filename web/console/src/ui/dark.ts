import { computed, nextTick, ref, watch, type Ref } from 'vue'
import { preferences } from '@/preferences'

/** Whether the page is dark just now. */
export function useDark(): Ref<boolean> {
  const dark = ref(document.documentElement.classList.contains('dark'))
  watch(
    () => preferences.theme,
    async () => {
      await nextTick()
      dark.value = document.documentElement.classList.contains('dark')
    },
  )
  return computed(() => dark.value)
}
