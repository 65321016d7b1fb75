import { describe, expect, it } from 'vitest'
import {
  daysAhead,
  effectOf,
  proposed,
  RULES,
  rulesFor,
  signed,
  sortOf,
  usualDays,
  type Order,
} from '@/control/orders'
import { leftUntil, spanOf } from '@/i18n/span'
import { preferences } from '@/preferences'

preferences.language = 'en'
const NOW = Date.parse('2026-11-29T06:00:30Z')

const order = (more: Partial<Order>): Order => ({
  id: 'a',
  state: 'PROPOSED',
  target: { type: 'VENUE', name: 'Inn' },
  rule: 'CASE_AT_VENUE',
  reason: 'r',
  divisionCode: '659002000000',
  proposedAt: '2026-11-29T06:00:00Z',
  lapsesAt: '2026-11-30T06:00:00Z',
  expiresAt: '2026-12-01T06:00:00Z',
  ...more,
})

describe('rules', () => {
  it('are for venues or for people', () => {
    expect(rulesFor('VENUE')).toEqual(['CASE_AT_VENUE', 'ENVIRONMENT_SAMPLE', 'RECTIFICATION_REFUSED'])
    expect(rulesFor('PERSON')).toHaveLength(4)
  })

  it('offer terms up to the longest, which is never exceeded', () => {
    expect(usualDays('SUSPECTED_CASE')).toEqual([1, 3])
    expect(usualDays('RECTIFICATION_REFUSED')).toEqual([1, 3, 7, 14, 30])
    const last = Date.parse(daysAhead(RULES.SUSPECTED_CASE.days, NOW))
    expect(last).toBeLessThanOrEqual(NOW + 3 * 86_400_000)
    expect(last % 60_000).toBe(0)
  })
})

describe('who signed', () => {
  const history = [
    { step: 'PROPOSED' as const, staffId: 'one', at: '2026-11-29T06:00:00Z' },
    { step: 'APPROVED' as const, staffId: 'two', at: '2026-11-29T06:10:00Z' },
    { step: 'LIFTED' as const, staffId: 'three', at: '2026-11-29T06:20:00Z' },
  ]

  it('proposed it, or at least had a part in it', () => {
    expect(proposed(order({ history }), 'one')).toBe(true)
    expect(proposed(order({ history }), 'two')).toBe(false)
    expect(signed(order({ history }), 'two')).toBe(true)
    expect(signed(order({ history }), 'three')).toBe(false)
    expect(proposed(order({}), undefined)).toBe(false)
  })
})

describe('lists', () => {
  it('begin with what has the least time left', () => {
    expect(sortOf('ACTIVE')).toBe('EXPIRES_AT')
    expect(sortOf('PROPOSED')).toBe('LAPSES_AT')
    expect(sortOf('LIFTED')).toBe('LATEST_PROPOSAL')
    expect(sortOf(undefined)).toBe('LATEST_PROPOSAL')
  })
})

describe('words', () => {
  it('say how long it is', () => {
    expect(spanOf(3 * 86_400_000 - 20_000)).toBe('3 d')
    expect(spanOf(26.5 * 3_600_000)).toBe('1 d 3 h')
    expect(spanOf(62 * 60_000)).toBe('1 h 2 min')
    expect(spanOf(0)).toBe('0 min')
    expect(leftUntil('2026-11-29T07:00:30Z', NOW)).toBe('1 h left')
    expect(leftUntil('2026-11-29T05:30:30Z', NOW)).toBe('30 min over')
  })

  it('say what an order does, and until when', () => {
    const [does, until] = effectOf('VENUE', 'Inn', '2026-11-30T06:00:30Z', NOW)
    expect(does).toContain('Inn')
    expect(until).toContain('2026-11-30 14:00 (1 d)')
    expect(effectOf('PERSON', undefined, undefined, NOW)).toHaveLength(1)
  })
})
