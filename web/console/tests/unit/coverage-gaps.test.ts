import { describe, expect, it } from 'vitest'
import { gapRows, summaryOf } from '@/coverage/gaps'
import { weeksBefore } from '@/coverage/weeks'

describe('weeks', () => {
  it('name the weeks that are over as ISO 8601 does, also across the year', () => {
    const friday = Date.parse('2027-01-08T02:00:00Z')

    expect(weeksBefore(3, friday)).toEqual([
      { name: '2026-W53', from: '2026-12-28', to: '2027-01-03' },
      { name: '2026-W52', from: '2026-12-21', to: '2026-12-27' },
      { name: '2026-W51', from: '2026-12-14', to: '2026-12-20' },
    ])
    expect(weeksBefore(1, Date.parse('2026-11-29T15:59:00Z'))[0]?.name).toBe('2026-W47')
    expect(weeksBefore(1, Date.parse('2026-11-29T16:00:00Z'))[0]?.name).toBe('2026-W48')
  })
})

describe('the summary of blind spots', () => {
  const gaps = (open: number, overdue: number) => [
    { gap: 'NOT_APPLIED' as const, open, overdue, closedLast7Days: 0 },
    { gap: 'NOT_SCANNED' as const, open: 1, overdue: 0, closedLast7Days: 0 },
  ]
  const node = (code: string, open: number, children: ReturnType<typeof leaf>[] = []) => ({
    division: { code, name: code, level: 'TERRITORY' as const },
    gaps: gaps(open, open),
    children,
  })
  const leaf = (code: string, open: number) => ({
    division: { code, name: code, level: 'COMMUNITY' as const },
    gaps: gaps(open, open),
    children: [],
  })
  const whole = { division: null, gaps: gaps(5, 5), children: [node('1', 3, [leaf('11', 2)]), node('2', 2)] }

  it('is found for a division, however deep; the whole otherwise', () => {
    expect(summaryOf(whole, '11').gaps[0]?.open).toBe(2)
    expect(summaryOf(whole, '')).toBe(whole)
    expect(summaryOf(whole, '99')).toBe(whole)
  })

  it('adds up the gaps of a division', () => {
    const [first, below] = gapRows(whole.children, new Set(['1']))

    expect(first).toMatchObject({
      code: '1',
      total: 4,
      overdue: 3,
      counts: { NOT_APPLIED: 3, NOT_SCANNED: 1 },
    })
    expect(below).toMatchObject({ code: '11', depth: 1, opens: false })
  })
})
