import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem, SignInNeeded } from '@/api/problem'
import { pauseAfter, useBoard } from '@/live/board'
import { chartOf, totalOf } from '@/live/minutes'

const BOARD = {
  at: '2026-11-29T06:00:00Z',
  minutes: [],
  queueDepth: 1,
  batchSize: null,
  commitMillis: null,
  nodes: [],
}
const EVENT = new TextEncoder().encode(`event: board\ndata: ${JSON.stringify(BOARD)}\n\n`)

/** A stream that gives these parts, and then ends or stays open. */
function stream(parts: Uint8Array[], ends: boolean) {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      parts.forEach((part) => controller.enqueue(part))
      if (ends) {
        controller.close()
      }
    },
  }).getReader()
}

describe('the live board', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows what comes, and comes back when the stream ends', async () => {
    const connect = vi
      .fn()
      .mockResolvedValueOnce(stream([EVENT], true))
      .mockResolvedValueOnce(stream([EVENT], false))
    const live = useBoard(connect)
    live.start()
    await vi.advanceTimersByTimeAsync(10)
    expect(live.board?.queueDepth).toBe(1)
    expect(live.state).toBe('broken')
    await vi.advanceTimersByTimeAsync(pauseAfter(0))
    expect(live.state).toBe('live')
    expect(connect).toHaveBeenCalledTimes(2)
    live.stop()
    expect(live.state).toBe('stopped')
  })

  it('waits longer from one failure to the next, and ends with the page', async () => {
    const connect = vi.fn().mockRejectedValue(new TypeError('no network'))
    const live = useBoard(connect)
    live.start()
    await vi.advanceTimersByTimeAsync(pauseAfter(0) + pauseAfter(1) + 10)
    expect(connect).toHaveBeenCalledTimes(3)
    live.stop()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(connect).toHaveBeenCalledTimes(3)
    expect(live.state).toBe('stopped')
  })

  it('does not ask again when nobody is signed in, or has no right', async () => {
    const problem = new Problem(403, { type: '', title: '', status: 403, detail: '', code: 'FORBIDDEN' })
    for (const [failure, state] of [
      [new SignInNeeded(), 'stopped'],
      [problem, 'forbidden'],
    ] as const) {
      const connect = vi.fn().mockRejectedValue(failure)
      const live = useBoard(connect)
      live.start()
      await vi.advanceTimersByTimeAsync(120_000)
      expect(connect).toHaveBeenCalledTimes(1)
      expect(live.state).toBe(state)
    }
  })

  it('counts a stream that says nothing as broken', async () => {
    const connect = vi.fn((signal: AbortSignal) =>
      Promise.resolve({
        read: () =>
          new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      } as unknown as ReadableStreamDefaultReader<Uint8Array>),
    )
    const live = useBoard(connect)
    live.start()
    await vi.advanceTimersByTimeAsync(20_100)
    expect(live.state).toBe('broken')
    live.stop()
  })
})

describe('minutes', () => {
  const minute = {
    minute: '2026-11-29T06:05:00Z',
    scans: { ENTERED: 2, ALREADY_INSIDE: 1, LEFT: 0, LEFT_WITHOUT_ENTRY: 0, REFUSED: 3 },
  }

  it('are summed and stacked by outcome, on China’s clock', () => {
    expect(totalOf(minute)).toBe(6)
    const { xAxis, series } = chartOf([minute])
    expect(xAxis.data).toEqual(['14:05'])
    expect(series.map(({ data }) => data)).toEqual([[2], [1], [0], [0], [3]])
  })
})
