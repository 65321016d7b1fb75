import { expect, it } from 'vitest'
import { fetchedAhead } from '@/review/beside'

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
