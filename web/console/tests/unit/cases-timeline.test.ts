import { describe, expect, it } from 'vitest'
import { daysOf } from '@/cases/timeline'
import type { Statement, TracedStay } from '@/cases/types'

const CHINA = (wall: string): string => new Date(`${wall.replace(' ', 'T')}:00+08:00`).toISOString()

function stay(name: string, from: string, to: string, latest = to, statements: Statement[] = []): TracedStay {
  const bound = (at: string) => ({ at: CHINA(at), source: 'OBSERVED' as const })
  return {
    visitId: name,
    venue: { id: name, name },
    type: 'HOTEL',
    entry: { at: CHINA(from), doubtful: false },
    exit: null,
    stay: {
      from: CHINA(from),
      to: CHINA(to),
      source: 'TYPICAL_STAY',
      bounds: {
        entry: { earliest: bound(from), latest: bound(from) },
        exit: { earliest: bound(from), latest: bound(latest) },
      },
    },
    statements,
  }
}

const told = (enteredAt: string | null, leftAt: string | null, withdrawnAt: string | null): Statement => ({
  id: 's',
  personRef: 'p',
  visitId: 'v',
  venueId: 'w',
  enteredAt: enteredAt && CHINA(enteredAt),
  leftAt: leftAt && CHINA(leftAt),
  note: null,
  at: CHINA('2026-11-29 02:00'),
  withdrawnAt,
  withdrawnBy: null,
})

describe('stays over time', () => {
  it('stand on the day of China, at their time of it', () => {
    const [day, ...more] = daysOf([stay('宾馆', '2026-11-28 06:00', '2026-11-28 12:00')])

    expect(more).toEqual([])
    expect(new Date(day?.start ?? 0).toISOString()).toBe('2026-11-27T16:00:00.000Z')
    expect(day?.pieces).toMatchObject([
      { likely: { from: 25, to: 50 }, bounds: { from: 25, to: 50 }, lane: 0 },
    ])
  })

  it('are parted at midnight, and what is only possible is no likely stay', () => {
    const days = daysOf([stay('宾馆', '2026-11-28 18:00', '2026-11-28 22:00', '2026-11-29 18:00')])

    expect(days.map(({ pieces }) => pieces[0]?.bounds)).toEqual([
      { from: 75, to: 100 },
      { from: 0, to: 75 },
    ])
    expect(days[1]?.pieces[0]?.likely).toBeUndefined()
  })

  it('stand below each other where there is no room for their names, and days between stay', () => {
    const days = daysOf([
      stay('幸福路农贸市场', '2026-11-26 10:00', '2026-11-26 11:00'),
      stay('胡杨宾馆', '2026-11-26 11:30', '2026-11-26 12:00'),
      stay('客运站', '2026-11-26 20:00', '2026-11-26 20:30'),
      stay('很晚的宾馆', '2026-11-28 23:00', '2026-11-28 23:30'),
    ])

    expect(days.map(({ lanes }) => lanes)).toEqual([2, 0, 1])
    expect(days[0]?.pieces.map(({ lane }) => lane)).toEqual([0, 1, 0])
    expect(days[2]?.pieces[0]?.labelBefore).toBe(true)
  })

  it('show what was told beside them, unless it was withdrawn', () => {
    const statements = [
      told(null, '2026-11-28 12:00', null),
      told('2026-11-28 06:00', '2026-11-28 09:00', null),
      told(null, '2026-11-28 07:00', '2026-11-29T00:00:00.000Z'),
      told(null, null, null),
    ]
    const [day] = daysOf([stay('宾馆', '2026-11-28 06:00', '2026-11-28 18:00', undefined, statements)])

    expect(day?.pieces[0]?.told).toEqual([
      { from: 50, to: 50.4 },
      { from: 25, to: 37.5 },
    ])
  })
})
