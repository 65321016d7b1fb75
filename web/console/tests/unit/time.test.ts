import { describe, expect, it } from 'vitest'
import { dayOf, daysBefore, fromWall, momentOf, timeOf } from '@/i18n/time'

describe('a moment', () => {
  it('should be told by the clocks of China, wherever the desk stands', () => {
    expect(momentOf('2026-11-28T16:05:09.000Z')).toBe('2026-11-29 00:05')
    expect(dayOf('2026-11-28T16:05:09.000Z')).toBe('2026-11-29')
    expect(timeOf('2026-11-28T16:05:09.000Z')).toBe('00:05:09')
  })

  it('should be typed by them, too', () => {
    expect(fromWall('2026-11-29 00:05')).toBe('2026-11-28T16:05:00.000Z')
    expect(fromWall(momentOf('2026-11-28T16:05:00.000Z'))).toBe('2026-11-28T16:05:00.000Z')
  })

  it('should be nothing where there is none', () => {
    expect(momentOf(null)).toBe('')
    expect(fromWall('')).toBeUndefined()
  })

  it('should be a day of China, so many days ago', () => {
    const lateInUtc = Date.parse('2026-11-28T17:00:00Z')

    expect(daysBefore(0, lateInUtc)).toBe('2026-11-29')
    expect(daysBefore(27, lateInUtc)).toBe('2026-11-02')
  })
})
