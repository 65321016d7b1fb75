import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { marked } from '@/survey/alike'
import { usePoll } from '@/survey/poll'

const shown = (text: string, other: string): string =>
  marked(text, other)
    .map(({ text: stretch, same }) => (same ? `[${stretch}]` : stretch))
    .join('')

describe('what two texts share', () => {
  it.each([
    ['绿洲超市', '绿洲超市二号店', '[绿洲超市]'],
    ['绿洲超市二号店', '绿洲超市', '[绿洲超市]二号店'],
    ['幸福路１５号', '幸福路15号', '[幸福路１５号]'],
    ['Hotel A', 'hotel b', '[Hotel ]A'],
    ['𠮷野家', '吉野家', '𠮷[野家]'],
    ['', '绿洲', ''],
    ['绿洲', '', '绿洲'],
  ])('is marked in %s beside %s', (text, other, marks) => expect(shown(text, other)).toBe(marks))
})

describe('asking again and again', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('ends when it is over, goes on when it begins anew, and stops with the page', async () => {
    const work = vi.fn(() => Promise.resolve())
    let goesOn = true
    const scope = effectScope()
    scope.run(() => usePoll(work, () => goesOn, 1_000))

    await vi.advanceTimersByTimeAsync(3_100)
    expect(work).toHaveBeenCalledTimes(3)
    goesOn = false
    await vi.advanceTimersByTimeAsync(3_000)
    expect(work).toHaveBeenCalledTimes(3)
    goesOn = true
    await vi.advanceTimersByTimeAsync(1_000)
    expect(work).toHaveBeenCalledTimes(4)
    scope.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(work).toHaveBeenCalledTimes(4)
  })
})
