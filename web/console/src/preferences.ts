import { reactive, watch } from 'vue'

export type Language = 'zh-CN' | 'en'
export type Theme = 'auto' | 'light' | 'dark'

interface Preferences {
  language: Language
  theme: Theme
  /** Rows of a page of a table. */
  rows: number
  /** Columns that are not shown, by table. */
  hidden: Record<string, string[]>
  /** Whether single keys do something, where a page has such. */
  keys: boolean
}

const KEY = 'console.preferences'

function preferred(): Language {
  const first = navigator.languages.find((language) => /^(zh|en)/i.test(language))
  return first?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

/** How this desk shows the pages; nothing about a person. */
export const preferences = reactive<Preferences>({
  language: preferred(),
  theme: 'auto',
  rows: 50,
  hidden: {},
  keys: true,
  ...stored(),
})

watch(preferences, (now) => localStorage.setItem(KEY, JSON.stringify(now)), { deep: true })

const darkOutside = matchMedia('(prefers-color-scheme: dark)')

function show(): void {
  const dark = preferences.theme === 'dark' || (preferences.theme === 'auto' && darkOutside.matches)
  document.documentElement.classList.toggle('dark', dark)
  document.documentElement.lang = preferences.language
}

/** Shows the pages as wished, from now on. */
export function followPreferences(): void {
  darkOutside.addEventListener('change', show)
  watch(() => [preferences.theme, preferences.language], show, { immediate: true })
}
