import { say } from './texts'
import { api, ask, type Part, type Schema } from '@/api/client'
import { momentOf } from '@/i18n/time'
import { spanOf } from '@/i18n/span'
import type { Cut } from '@/ui/paged'

export type Order = Schema['ControlOrder']
export type Appeal = Schema['ControlAppeal']
export type Rule = Schema['ControlRule']
export type Kind = Schema['ControlTargetKind']

const MOST = 200

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

/** All of a kind that the service lists, whatever its pages are. */
export async function allOrders(query: {
  state?: Order['state']
  target?: Kind
  attention?: 'EXPIRING' | 'OVERDUE'
}): Promise<Order[]> {
  const all: Order[] = []
  let cursor: string | null = null
  do {
    const part: Part<Order> = await ask(
      api.GET('/api/v1/control-orders', {
        params: { query: { ...query, limit: MOST, ...(cursor ? { cursor } : {}) } },
      }),
    )
    all.push(...part.items)
    cursor = part.next
  } while (cursor)
  return all
}

/** A page of a list that is here already; its cursor is where the page begins. */
export function cutOf<T>(all: T[], { limit, cursor }: Cut): Part<T> {
  const start = Number(cursor ?? 0)
  const end = start + limit
  return { items: all.slice(start, end), next: end < all.length ? String(end) : null }
}

/** What ends first, first. */
export const byExpiry = (one: Order, other: Order): number =>
  Date.parse(one.expiresAt) - Date.parse(other.expiresAt)

/** What lapses first, first. */
export const byLapse = (one: Order, other: Order): number =>
  Date.parse(one.lapsesAt) - Date.parse(other.lapsesAt)
