import { sayGate } from '@/i18n/gate'

/** What is stored for each; whoever reads it later may read it in another language. */
const STORED = {
  reasonNoScan: '拒绝扫码登记',
  reasonNoNumber: '拒绝提供证件号码',
  reasonOther: '其他',
} as const

const reasons = Object.keys(STORED) as (keyof typeof STORED)[]

/** The reasons to choose from, in the person's language, and under what they are stored. */
export function reasonChoices(): { code: string; name: string }[] {
  return reasons.map((reason) => ({ code: STORED[reason], name: sayGate(reason) }))
}

/** A stored reason in the person's language. */
export function reasonName(stored: string): string {
  const reason = reasons.find((one) => STORED[one] === stored)
  return reason === undefined ? stored : sayGate(reason)
}
