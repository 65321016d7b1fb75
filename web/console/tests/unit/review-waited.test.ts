import { beforeEach, expect, it } from 'vitest'
import { preferences } from '@/preferences'
import { fetchedAhead } from '@/review/beside'
import { waited } from '@/review/waited'

beforeEach(() => (preferences.language = 'en'))

it('should tell how long something has waited in the largest full unit', () => {
  const now = Date.parse('2026-11-29T12:00:00Z')
  expect(waited('2026-11-29T11:59:30Z', now)).toBe('0 min')
  expect(waited('2026-11-29T10:00:01Z', now)).toBe('1 h')
  expect(waited('2026-11-26T12:00:00Z', now)).toBe('3 days')
  expect(waited('2026-11-29T12:00:05Z', now)).toBe('0 min')
})

it('should fetch ahead once, and again what failed or was forgotten', async () => {
  let times = 0
  const ahead = fetchedAhead((id) =>
    id === 'bad' ? Promise.reject(new Error(id)) : Promise.resolve(++times),
  )
  expect(await ahead.of('one')).toBe(1)
  expect(await ahead.of('one')).toBe(1)
  ahead.forget('one')
  expect(await ahead.of('one')).toBe(2)
  await expect(ahead.of('bad')).rejects.toThrow()
  await expect(ahead.of('bad')).rejects.toThrow()
})
