import { describe, expect, it } from 'vitest'
import { csvOf, textOf } from '@/api/csv'
import { differences, type Parameters } from '@/reference/versions'
import { bodyOf, complete, noRights, rightsOf } from '@/staff/rights'

const first: Parameters = {
  version: 1,
  minimumOverlapMinutes: 10,
  beforeOnsetHours: 96,
  typeWeights: { HOTEL: 120 },
  secondRingGrades: ['CERTAIN', 'PROBABLE'],
  secondRingSources: 500,
  mostContacts: 20_000,
}

describe('versions of parameters', () => {
  it('should differ in what was changed, whatever the order of grades', () => {
    const next: Parameters = {
      ...first,
      version: 2,
      minimumOverlapMinutes: 15,
      typeWeights: { HOTEL: 100, BAR: 200 },
      secondRingGrades: ['PROBABLE', 'CERTAIN'],
    }
    expect(differences(first, next)).toEqual([
      { field: 'minimumOverlapMinutes', before: '10', after: '15' },
      { field: 'typeWeights', type: 'BAR', before: '100', after: '200' },
      { field: 'typeWeights', type: 'HOTEL', before: '120', after: '100' },
    ])
    expect(differences(first, { ...first, version: 9, typeWeights: { HOTEL: 120, BAR: 100 } })).toEqual([])
  })
})

describe('files of divisions', () => {
  it('should be read as UTF-8, else as a spreadsheet in China saves them', () => {
    expect(textOf(new TextEncoder().encode('社区').buffer as ArrayBuffer)?.text).toBe('社区')
    expect(textOf(new Uint8Array([0xc9, 0xe7, 0xc7, 0xf8]).buffer)?.text).toBe('社区')
  })

  it('should be written so that no spreadsheet runs them', () => {
    expect(csvOf([['=1+1', 'say "hi"', 3]])).toContain(`"'=1+1","say ""hi""","3"`)
  })
})

describe('rights', () => {
  it('should be those of a division or, for supervisors alone, of venue types', () => {
    const rights = { ...noRights(), roles: ['REVIEWER' as const], divisionCode: '659002001001' }
    expect(bodyOf(rights)).toEqual({ roles: ['REVIEWER'], divisionCode: '659002001001' })
    expect(bodyOf({ ...rights, scope: 'types', venueTypes: ['HOTEL'] })).toEqual({
      roles: ['SUPERVISOR'],
      venueTypes: ['HOTEL'],
    })
    expect(complete(rights)).toBe(true)
    expect(complete({ ...rights, scope: 'types' })).toBe(false)
    expect(rightsOf({ roles: ['SUPERVISOR'], divisionCode: null, venueTypes: ['BAR'] } as never).scope).toBe(
      'types',
    )
  })
})
