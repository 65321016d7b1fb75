import { sayPass } from '@/i18n/pass'
import { preferences } from '@/state/preferences'

/** What is stored for each; the service keeps a relation as people write it in Chinese. */
const STORED = {
  FATHER: '父亲',
  MOTHER: '母亲',
  CHILD: '子女',
  SPOUSE: '配偶',
  GRANDPARENT: '祖父母',
  GRANDCHILD: '孙子女',
} as const

type Known = keyof typeof STORED

/** The choice that stands for what a person writes. */
export const OTHER = 'OTHER'

const known = Object.keys(STORED) as Known[]

/** The relations to choose from, in the person's language. */
export function relationChoices(): { code: string; name: string }[] {
  return [...known, OTHER as typeof OTHER].map((code) => ({ code, name: sayPass(code) }))
}

/** What to send for a choice, with what was written for another one. */
export function relationToSend(choice: string, written: string): string {
  return choice === OTHER ? written.trim() : (STORED[choice as Known] ?? '')
}

/** A stored relation in the person's language. */
export function relationName(stored: string): string {
  const code = known.find((one) => STORED[one] === stored)
  return code === undefined || preferences.language === 'zh-CN' ? stored : sayPass(code)
}
