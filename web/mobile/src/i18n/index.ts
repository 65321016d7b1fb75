import { common } from './common'
import { preferences } from '@/state/preferences'

/**
 * Texts of a part of the app: both languages have the same keys, or the type check fails. A key that
 * only a newer service knows gives no words.
 */
export function texts<const K extends string>(both: {
  zh: Record<K, string>
  en: Record<NoInfer<K>, string>
}) {
  return (key: K, values: Record<string, string | number> = {}): string =>
    (both[preferences.language === 'en' ? 'en' : 'zh'][key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    )
}

/** What every page says. */
export const say = texts(common)
export { dayOf, momentOf, timeOf } from './time'
