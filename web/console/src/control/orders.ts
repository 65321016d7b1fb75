import { say } from './texts'
import type { Schema } from '@/api/client'
import { momentOf } from '@/i18n/time'
import { spanOf } from '@/i18n/span'

export type Order = Schema['ControlOrder']
export type Appeal = Schema['ControlAppeal']
export type Rule = Schema['ControlRule']
export type Kind = Schema['ControlTargetKind']

const MINUTE = 60_000
const DAY = 86_400_000

/** What an order by a rule may concern, and how many days it may last, from its proposal on. */
export const RULES: Record<Rule, { target: Kind; days: number }> = {
  CONFIRMED_CASE: { target: 'PERSON', days: 42 },
  SUSPECTED_CASE: { target: 'PERSON', days: 3 },
  CLOSE_CONTACT: { target: 'PERSON', days: 21 },
  SECONDARY_CONTACT: { target: 'PERSON', days: 14 },
  CASE_AT_VENUE: { target: 'VENUE', days: 14 },
  ENVIRONMENT_SAMPLE: { target: 'VENUE', days: 7 },
  RECTIFICATION_REFUSED: { target: 'VENUE', days: 30 },
}

export const rulesFor = (kind: Kind): Rule[] =>
  (Object.keys(RULES) as Rule[]).filter((rule) => RULES[rule].target === kind)

/** How many days are often wanted under a rule, its longest term last. */
export function usualDays(rule: Rule): number[] {
  const longest = RULES[rule].days
  return [1, 3, 7, 14].filter((days) => days < longest).concat(longest)
}

/** The moment that many days ahead, in full minutes and never later: a rule's longest term is not exceeded. */
export const daysAhead = (days: number, now: number): string =>
  new Date(Math.floor((now + days * DAY) / MINUTE) * MINUTE).toISOString()

/** Whether somebody proposed the order. */
export const proposed = (order: Order, staffId: string | undefined): boolean =>
  order.history?.some((step) => step.step === 'PROPOSED' && step.staffId === staffId) ?? false

/** Whether somebody proposed or approved it: they do not judge an appeal against it. */
export const signed = (order: Order, staffId: string | undefined): boolean =>
  order.history?.some(
    ({ step, staffId: by }) => (step === 'PROPOSED' || step === 'APPROVED') && by === staffId,
  ) ?? false

/** In plain words what an order will do until then. */
export function effectOf(
  kind: Kind,
  name: string | undefined,
  expiresAt: string | undefined,
  now: number,
): string[] {
  const does = kind === 'VENUE' ? say('effectVENUE', { name: name || say('someVenue') }) : say('effectPERSON')
  return expiresAt
    ? [does, say('effectUntil', { until: momentOf(expiresAt), span: spanOf(Date.parse(expiresAt) - now) })]
    : [does]
}

/** What is on top of a list of orders: where time runs, what has the least of it left. */
export const sortOf = (state: Order['state'] | undefined): 'EXPIRES_AT' | 'LAPSES_AT' | 'LATEST_PROPOSAL' =>
  state === 'ACTIVE' ? 'EXPIRES_AT' : state === 'PROPOSED' ? 'LAPSES_AT' : 'LATEST_PROPOSAL'
