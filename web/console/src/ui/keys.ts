import { onBeforeUnmount, onMounted } from 'vue'
import { preferences } from '@/preferences'
import { session } from '@/session/session'

/** Where letters are typed, or keys have a meaning of their own. */
const TYPED = 'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=combobox]'

const dialogOpen = (): boolean =>
  [...document.querySelectorAll<HTMLElement>('.el-overlay')].some(({ style }) => style.display !== 'none')

/** Whether a key that was pressed is meant for the page, not for a field, a dialog or the lock. */
export function meantForPage(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : undefined
  return (
    !event.defaultPrevented &&
    !event.isComposing &&
    !(event.ctrlKey || event.metaKey || event.altKey) &&
    !target?.closest(TYPED) &&
    !session.state.locked &&
    !dialogOpen()
  )
}

/**
 * Does something when a key is pressed on the page that shows this, unless single keys are switched off;
 * then those of `always` still do. Held keys repeat only where told so.
 */
export function useKeys(
  deeds: Record<string, () => unknown>,
  { repeating = [], always = [] }: { repeating?: readonly string[]; always?: readonly string[] } = {},
): void {
  function pressed(event: KeyboardEvent): void {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const deed = Object.hasOwn(deeds, key) ? deeds[key] : undefined
    if (deed && (preferences.keys || always.includes(key)) && meantForPage(event)) {
      event.preventDefault()
      if (!event.repeat || repeating.includes(key)) {
        deed()
      }
    }
  }
  onMounted(() => addEventListener('keydown', pressed))
  onBeforeUnmount(() => removeEventListener('keydown', pressed))
}
