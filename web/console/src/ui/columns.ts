import { computed, type ComputedRef } from 'vue'
import { preferences } from '@/preferences'

/** A column of a table. What a cell shows is its `text`, or the slot of its key. */
export interface Column<T> {
  key: string
  title: string
  text?: (row: T) => string
  width?: number
  minWidth?: number
  align?: 'right'
  /** Cannot be left out. */
  fixed?: boolean
  /** Stays at the right edge, however many columns there are and however narrow the desk is. */
  pinned?: boolean
}

/** Whether it holds buttons only, which nobody needs on paper. */
export const isForDeeds = <T>({ key, pinned }: Column<T>): boolean => pinned === true || key === 'actions'

interface Columns<T> {
  shown: ComputedRef<Column<T>[]>
  /** Keys of those that are shown and can be left out. */
  chosen: ComputedRef<string[]>
  choose: (keys: string[]) => void
}

/** Which columns of that table are shown; this desk remembers it. */
export function useColumns<T>(table: string, columns: () => Column<T>[]): Columns<T> {
  const hidden = computed(() => preferences.hidden[table] ?? [])
  const shown = computed(() => columns().filter(({ key, fixed }) => fixed || !hidden.value.includes(key)))
  return {
    shown,
    chosen: computed(() => shown.value.filter(({ fixed }) => !fixed).map(({ key }) => key)),
    choose(keys) {
      preferences.hidden[table] = columns()
        .filter(({ key, fixed }) => !fixed && !keys.includes(key))
        .map(({ key }) => key)
    },
  }
}
