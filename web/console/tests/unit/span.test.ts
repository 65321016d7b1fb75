import { beforeEach, describe, expect, it } from 'vitest'
import { leftUntil, passed, roughly, spanOf } from '@/i18n/span'
import { DAY, HOUR, MINUTE } from '@/i18n/time'
import { preferences } from '@/preferences'

beforeEach(() => (preferences.language = 'zh-CN'))

describe('how long something has waited', () => {
  const now = Date.parse('2026-11-29T12:00:00Z')

  it.each([
    ['2026-11-29T11:59:30Z', '0 分钟'],
    ['2026-11-29T10:00:01Z', '1 小时'],
    ['2026-11-26T12:00:00Z', '3 天'],
    ['2026-11-29T12:00:05Z', '0 分钟'],
  ])('since %s is %s in the largest full unit', (since, words) =>
    expect(roughly(passed(since, now))).toBe(words),
  )

  it('counts full minutes', () => expect(passed('2026-11-29T11:58:01Z', now)).toBe(MINUTE))
})

it('says how long it is, and until when', () => {
  const now = Date.parse('2026-11-29T06:00:30Z')
  preferences.language = 'en'

  expect(spanOf(3 * DAY - MINUTE / 3)).toBe('3 d')
  expect(spanOf(26.5 * HOUR)).toBe('1 d 3 h')
  expect(spanOf(62 * MINUTE)).toBe('1 h 2 min')
  expect(spanOf(0)).toBe('0 min')
  expect(leftUntil('2026-11-29T07:00:30Z', now)).toBe('1 h left')
  expect(leftUntil('2026-11-29T05:30:30Z', now)).toBe('30 min over')
})
