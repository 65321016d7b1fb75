import { describe, expect, it, vi } from 'vitest'
import { noteDate, serviceNow } from '@/api/clock'

describe('the clock', () => {
  it('should be that of the service, once it has answered', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-29T06:00:00Z') })
    const answer = (date?: string) => new Response(null, { headers: date ? { Date: date } : {} })
    expect(serviceNow()).toBe(Date.now())
    noteDate(answer())
    noteDate(answer('yesterday'))
    expect(serviceNow()).toBe(Date.now())
    noteDate(answer('Sun, 29 Nov 2026 07:00:00 GMT'))
    vi.advanceTimersByTime(5000)
    expect(new Date(serviceNow()).toISOString()).toBe('2026-11-29T07:00:05.000Z')
    vi.useRealTimers()
  })
})
