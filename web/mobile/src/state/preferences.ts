import { reactive, watch } from 'vue'
import { platform } from '@/platform'

export type Language = 'zh-CN' | 'en'
export type Theme = 'auto' | 'light' | 'dark'

interface Preferences {
  language: Language
  theme: Theme
  /** 关怀模式: larger type and targets. */
  large: boolean
}

const KEY = 'preferences'

function preferred(): Language {
  const first = platform.languages.find((language) => /^(zh|en)/i.test(language))
  return first?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN'
}

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(uni.getStorageSync(KEY) || '{}')
  } catch {
    return {}
  }
}

/** How this device shows the pages; nothing about a person. */
export const preferences = reactive<Preferences>({
  language: preferred(),
  theme: 'auto',
  large: false,
  ...stored(),
})

watch(
  preferences,
  (now) => {
    uni.setStorageSync(KEY, JSON.stringify(now))
    platform.tellLanguage(now.language)
  },
  { deep: true },
)
