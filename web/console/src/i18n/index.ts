import { common } from './common'
import { domain } from './domain'
import { preferences } from '@/preferences'

/**
 * Texts of a part of the console: both languages have the same keys, or the type check fails. A key
 * that only a newer service knows gives no words.
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

const words = texts(domain)

/** The word for a value that the service spells in capitals, such as `PENDING`; itself if it has none. */
export function wordOf(value: string | null | undefined): string {
  return value ? words(value as keyof typeof domain.zh) || value : ''
}
