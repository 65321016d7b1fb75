import { describe, expect, it } from 'vitest'
import { heatRows, warmthOf } from '@/coverage/heat'
import { listOf, percentOf, percentText, treeRows } from '@/coverage/numbers'

const numbers = (surveyed: number, scannedLast7Days = 0) => ({
  surveyed,
  applied: 0,
  approved: 0,
  posted: 0,
  scannedLast7Days,
  silent: 0,
  unsurveyed: 0,
})
const division = (code: string) => ({ code, name: `name ${code}`, level: 'TERRITORY' as const })

describe('the numbers of coverage', () => {
  it('open the lists that are as long as they are high', () => {
    const where = { division: '659002002000', type: '', department: '商务' }
    const query = { division: '659002002000', department: '商务' }

    expect(listOf('surveyed', where)).toEqual({ path: '/coverage/places', query })
    expect(listOf('applied', where)).toEqual({
      path: '/coverage/places',
      query: { ...query, reached: 'APPLIED' },
    })
    expect(listOf('scannedLast7Days', {})).toEqual({
      path: '/coverage/places',
      query: { reached: 'SCANNED' },
    })
    expect(listOf('silent', {})).toEqual({ path: '/coverage/places', query: { state: 'POSTED' } })
    expect(listOf('unsurveyed', where)).toEqual({ path: '/coverage/unsurveyed', query })
  })

  it.each([
    [0, 0, undefined, '–'],
    [0, 7, 0, '0%'],
    [1, 1000, 1, '1%'],
    [999, 1000, 99, '99%'],
    [5, 21, 24, '24%'],
    [3, 3, 100, '100%'],
  ])('say %d of %d without rounding something to nothing or to all', (part, whole, percent, text) => {
    expect(percentOf(part, whole)).toBe(percent)
    expect(percentText(percent)).toBe(text)
  })

  it('show what is below the open divisions only', () => {
    const tree = [
      {
        ...numbers(3),
        division: division('1'),
        children: [{ ...numbers(2), division: division('11'), children: [] }],
      },
      { ...numbers(0), division: division('2'), children: [] },
    ]

    expect(treeRows(tree, new Set(), {}).map(({ key }) => key)).toEqual(['1', '2'])
    const rows = treeRows(tree, new Set(['1', '2']), { type: 'HOTEL' })
    expect(rows.map(({ key, depth, opens, open }) => [key, depth, opens, open])).toEqual([
      ['1', 0, true, true],
      ['11', 1, false, false],
      ['2', 0, false, false],
    ])
    expect(rows[1]?.where).toEqual({ type: 'HOTEL', division: '11' })
  })
})

describe('the heat table', () => {
  const cell = (type: string, surveyed: number, scanned: number) => ({ type, ...numbers(surveyed, scanned) })
  const table = {
    types: [
      { code: 'BANK', name: '银行' },
      { code: 'HOTEL', name: '宾馆' },
    ],
    rows: [
      { division: division('1'), cells: [cell('HOTEL', 4, 1)] },
      { division: division('2'), cells: [cell('HOTEL', 2, 2), cell('BANK', 0, 0)] },
    ],
  }

  it('has types down and divisions across, and nothing where there is none', () => {
    const [bank, hotel] = heatRows(table, 'scannedLast7Days')

    expect(bank?.cells).toEqual([undefined, { part: 0, whole: 0, percent: undefined, warmth: undefined }])
    expect(hotel?.cells.map((one) => one?.percent)).toEqual([25, 100])
  })

  it.each([
    [0, 0],
    [19, 0],
    [20, 1],
    [79, 3],
    [100, 4],
  ])('colours %d%% by one of five levels', (percent, warmth) => expect(warmthOf(percent)).toBe(warmth))
})
