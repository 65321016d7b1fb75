import { describe, expect, it, vi } from 'vitest'
import { Unreachable } from '@/api/problem'
import { dueInWords, mistakes, unanswered, type Inspection } from '@/inspections/inspections'
import { usePhotos } from '@/inspections/photos'
import { preferences } from '@/preferences'

preferences.language = 'en'
const NOW = Date.parse('2026-11-29T06:00:00Z')
const SOON = '2026-12-01T06:00:00Z'

const answered = (result: 'OK' | 'NOT_OK') => unanswered().map((answer) => ({ ...answer, result }))

describe('an inspection', () => {
  it('needs an answer to each item', () => {
    expect(mistakes(unanswered(), 'NONE', undefined).findings).toBeTruthy()
    expect(mistakes(answered('OK'), 'NONE', undefined)).toEqual({})
  })

  it('orders nothing without a ground', () => {
    expect(mistakes(answered('OK'), 'CRITICISM', undefined).findings).toBeTruthy()
    expect(mistakes(answered('NOT_OK'), 'CRITICISM', undefined)).toEqual({})
    const noted = answered('OK').map((answer, index) => ({ ...answer, note: index ? '' : 'rude' }))
    expect(mistakes(noted, 'CRITICISM', undefined)).toEqual({})
  })

  it('sets a deadline, which the service judges: the clock of this desk may be wrong', () => {
    const due = (at?: string) => mistakes(answered('NOT_OK'), 'RECTIFICATION', at).dueAt
    expect(due()).toBeTruthy()
    expect(due('2020-11-28T06:00:00Z')).toBeUndefined()
    expect(due(SOON)).toBeUndefined()
  })

  it('tells what is left while it counts', () => {
    const inspection = { state: 'OPEN', dueAt: SOON } as Inspection
    expect(dueInWords(inspection, NOW)).toBe('2026-12-01 14:00 · 2 d left')
    expect(dueInWords({ ...inspection, state: 'VERIFIED' }, NOW)).toBe('2026-12-01 14:00')
    expect(dueInWords({ ...inspection, dueAt: null }, NOW)).toBe('')
  })
})

describe('photos', () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} }))
  const photo = (name = 'a.jpg', type = 'image/jpeg', size = 9) =>
    Object.defineProperty(new File(['x'], name, { type }), 'size', { value: size })

  it('are taken where they can be sent', () => {
    const photos = usePhotos(() => 8)
    const complaints = photos.add([
      photo('a.gif', 'image/gif'),
      photo('b.jpg', 'image/jpeg', 6 * 1024 * 1024),
      photo('c.png', 'image/png'),
      photo(),
      photo(),
    ])
    expect(photos.list).toHaveLength(2)
    expect(complaints).toHaveLength(3)
  })

  it('are sent one after another; one that fails is sent again by itself, under its key', async () => {
    const keys: string[] = []
    let fails = true
    const photos = usePhotos(
      () => 0,
      async (_, { key }) => {
        keys.push(key)
        if (fails && keys.length === 2) {
          throw new Unreachable('no answer')
        }
      },
    )
    photos.add([photo(), photo(), photo()])
    expect(await photos.send('i')).toBe(false)
    expect(photos.list.map(({ state }) => state)).toEqual(['sent', 'failed', 'sent'])
    expect(photos.list[1]?.why).not.toBe('')
    fails = false
    expect(await photos.send('i')).toBe(true)
    expect(keys).toHaveLength(4)
    expect(keys[3]).toBe(keys[1])
  })
})
