import { describe, expect, it } from 'vitest'
import { step } from '@/cases/board'
import { clockOf } from '@/cases/clock'
import { endOf, endOfCsv, nameOf } from '@/cases/export-file'
import { narrowing } from '@/cases/narrowing'
import { MINUTE } from '@/i18n/time'

describe('the board', () => {
  const columns = [['a', 'b', 'c'], [], ['d'], ['e', 'f']]

  it.each([
    ['a', 'down', 'b'],
    ['c', 'down', 'c'],
    ['a', 'up', 'a'],
    ['b', 'right', 'd'],
    ['d', 'left', 'a'],
    ['f', 'left', 'd'],
    ['f', 'right', 'f'],
    ['unknown', 'down', 'unknown'],
  ] as const)('goes from %s %s to %s', (from, move, to) => {
    expect(step(columns, from, move)).toBe(to)
  })
})

describe('the clock', () => {
  const reached = [{ reachedAt: '2026-11-29T02:30:00.000Z' }, { reachedAt: '2026-11-29T02:12:30.000Z' }]

  it('tells the minutes of each leg once all were reached', () => {
    expect(clockOf('2026-11-29T02:00:00.000Z', '2026-11-29T02:02:00.000Z', reached, 0)).toEqual({
      list: 2 * MINUTE,
      firstContact: 10 * MINUTE,
      allContacts: 17 * MINUTE,
      whole: 30 * MINUTE,
    })
  })

  it('does not tell when all were reached while somebody waits', () => {
    expect(clockOf('2026-11-29T02:00:00.000Z', '2026-11-29T02:02:00.000Z', reached, 1)).toMatchObject({
      firstContact: 10 * MINUTE,
      allContacts: null,
      whole: null,
    })
    expect(clockOf('2026-11-29T02:00:00.000Z', undefined, [], 0)).toEqual({
      list: null,
      firstContact: null,
      allContacts: null,
      whole: null,
    })
  })
})

describe('what contacts are narrowed by', () => {
  it('is what the API has, whatever the address says', () => {
    expect(narrowing({ ring: '2', grade: 'POSSIBLE', minutes: '15', staff: 'false' })).toEqual({
      ring: 2,
      grade: 'POSSIBLE',
      minOverlapMinutes: 15,
      staff: false,
    })
    expect(narrowing({ ring: '3', grade: 'certain', minutes: '-1', staff: 'maybe' })).toEqual({})
  })
})

describe('an exported file', () => {
  it('says how many people stand in it', () => {
    expect(endOfCsv('性质,圈层\r\n,1\r\n,名单结束，共计人数,7,\r\n')).toEqual({
      rows: 7,
      moved: false,
      cut: false,
    })
    expect(endOfCsv('DRILL,"End of the list; people",12,"changed"\r\n')).toEqual({
      rows: 12,
      moved: true,
      cut: false,
    })
  })

  it.each(['', '性质,圈层\r\n,1,样本,1380', ',名单结束，共计人数,7,', 'a,b,c,d\r\n'])(
    'was cut: %j',
    (text) => {
      expect(endOfCsv(text).cut).toBe(true)
    },
  )

  it('is a whole workbook only with the mark of an archive at its end', async () => {
    const end = [0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)]

    // jsdom's own Blob has no arrayBuffer().
    const blob = (bytes: number[]) => ({
      slice: (start: number) => ({ arrayBuffer: async () => Uint8Array.from(bytes.slice(start)).buffer }),
    })
    const ending = (bytes: number[]) => endOf(blob(bytes) as unknown as Blob, 'xlsx')

    expect(await ending(end)).toMatchObject({ cut: false })
    expect(await ending(end.slice(2))).toMatchObject({ cut: true })
    expect(await ending([])).toMatchObject({ cut: true })
  })

  it('has the name that the service gave it, and never a path', () => {
    const named = (value: string) => new Response('', { headers: { 'Content-Disposition': value } })

    expect(nameOf(named('attachment; filename="contacts-1-r2.csv"'), 'csv')).toBe('contacts-1-r2.csv')
    expect(nameOf(named('attachment; filename="../x"'), 'csv')).toBe('contacts.csv')
  })
})
