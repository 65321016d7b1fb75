import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { serve } from './service'

const MINUTE = 60_000

let session: (typeof import('@/session/session'))['session']

beforeEach(async () => {
  vi.resetModules()
  vi.useFakeTimers()
  serve()
  session = (await import('@/session/session')).session
  ;(await import('@/session/idle')).lockWhenIdle()
  await session.signIn('tracer', 'secret')
})

afterEach(() => {
  session.end()
  vi.useRealTimers()
})

const touch = () => dispatchEvent(new Event('pointermove'))

describe('a desk', () => {
  it('should stay open while somebody touches it', () => {
    for (let minutes = 0; minutes < 30; minutes += 9) {
      vi.advanceTimersByTime(9 * MINUTE)
      touch()
    }
    expect(session.state.locked).toBe(false)
  })

  it('should be locked when nobody has for ten minutes', () => {
    vi.advanceTimersByTime(11 * MINUTE)
    expect(session.state.locked).toBe(true)
  })

  it('should be locked by the touch that wakes the computer', () => {
    vi.setSystemTime(Date.now() + 9 * 60 * MINUTE)
    touch()
    expect(session.state.locked).toBe(true)
  })

  it('should be locked when its clock was set back, which hides how long nobody was there', () => {
    vi.setSystemTime(Date.now() - 60 * MINUTE)
    touch()
    expect(session.state.locked).toBe(true)
  })
})
