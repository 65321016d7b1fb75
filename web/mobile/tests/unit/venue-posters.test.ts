import { describe, expect, it } from 'vitest'
import { creationKeys } from '@/state/creation'
import { Problem } from '@/api/problem'
import { fileName, firstOfEach, revoked, stateOf, working } from '@/venue/posters'
import { removed } from '@/venue/removal'
import type { Poster, Venue } from '@/venue/types'

const NOW = Date.parse('2021-09-01T00:00:00.000Z')
const poster = (id: string, direction: 'IN' | 'OUT', revokedAt: string | null, day = '01'): Poster => ({
  id,
  direction,
  label: null,
  url: `https://example.invalid/s/${id}`,
  issuedAt: `2021-08-${day}T00:00:00.000Z`,
  revokedAt,
  downloadedAt: null,
  confirmedAt: null,
  replaces: null,
  replacedBy: null,
})
const POSTERS = [
  poster('out', 'OUT', null),
  poster('ending', 'IN', '2021-09-08T00:00:00.000Z'),
  poster('gone', 'IN', '2021-08-30T00:00:00.000Z'),
  poster('in', 'IN', null, '20'),
  poster('in-2', 'IN', null, '21'),
]

describe('posters', () => {
  it('should tell what works, what ends and what ended', () => {
    expect(POSTERS.map((one) => stateOf(one, NOW))).toEqual(['valid', 'ending', 'revoked', 'valid', 'valid'])
  })

  it('should begin with the entries, and end with what is being replaced', () => {
    expect(working(POSTERS, NOW).map(({ id }) => id)).toEqual(['in', 'in-2', 'out', 'ending'])
    expect(revoked(POSTERS, NOW).map(({ id }) => id)).toEqual(['gone'])
  })

  it('should show the picture of the first of each direction', () => {
    expect(firstOfEach(working(POSTERS, NOW))).toEqual(new Set(['in', 'out']))
  })

  it('should be saved under a name that any file system takes', () => {
    const venue = { name: '样本/宾馆 "东"' } as Venue
    expect(fileName(venue, { ...poster('a', 'IN', null), label: '../侧门' }, 'png')).toBe(
      '样本_宾馆_东_-入-.._侧门.png',
    )
  })
})

describe('a removal', () => {
  const problem = (status: number) =>
    new Problem(status, {
      type: 'urn:venuepass:problem:NOT_FOUND',
      title: '',
      status,
      detail: '',
      code: 'NOT_FOUND',
    })

  it('should be done when it was done before', async () => {
    await expect(removed(() => Promise.reject(problem(404)))).resolves.toBeUndefined()
    await expect(removed(() => Promise.reject(problem(409)))).rejects.toBeInstanceOf(Problem)
  })
})

describe('the key of a creation', () => {
  it('should be the same for the same, and another for what was changed', () => {
    const keyOf = creationKeys()
    const first = keyOf({ name: '样本甲' })
    expect(keyOf({ name: '样本甲' })).toBe(first)
    expect(keyOf({ name: '样本乙' })).not.toBe(first)
  })
})
