import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem, Unreachable } from '@/api/problem'
import type { ItemAnswer, KeptScan } from '@/gate/ledger'
import { openQueue } from '@/gate/queue'
import { canBePassCode, register } from '@/gate/register'
import { partsOf, upload, type Send } from '@/gate/upload'
import { aSafe, anId, pause } from './safes'

const scanned = (scanId = anId()) => ({
  scanId,
  at: '2021-09-01T06:05:00.000Z',
  direction: 'IN' as const,
  passCode: 'A-PASS-CODE-OF-SOMEBODY',
})
const answer = ({ scanId }: { scanId: string }) => ({
  scanId,
  outcome: 'ENTERED' as const,
  message: '',
  venue: { id: 'v', name: '' },
  direction: 'IN' as const,
  at: '2021-09-01T06:05:00.000Z',
})
const body = (code: string, status: number) =>
  ({ type: `urn:venuepass:problem:${code}`, title: code, status, detail: code, code }) as never
const failing = (status: number, code = 'TOO_LARGE') => new Problem(status, body(code, status))

/** A service that stores each scan id once. */
function aService() {
  const stored = new Map<string, KeptScan>()
  const send = vi.fn<Send>(async (_, __, items) => {
    items.forEach((item) => stored.has(item.scanId) || stored.set(item.scanId, item))
    await pause(1)
    return items.map(answer)
  })
  return { stored, send }
}

let safe: ReturnType<typeof aSafe>
let queue: ReturnType<typeof openQueue>
beforeEach(() => {
  safe = aSafe()
  queue = openQueue(safe, anId, () => 'me')
})
const keepSome = async (count: number) => {
  for (let n = 0; n < count; n++) {
    await queue.add('v', scanned())
  }
}
const waiting = async () => (await queue.book('v')).waiting.length

describe('an upload', () => {
  it('hands in at most 500 at once, in order, and empties the queue', async () => {
    const { send, stored } = aService()
    await keepSome(501)
    expect(await upload(safe, queue, 'v', send)).toBe(0)
    expect(send.mock.calls.map(([, , items]) => items.length)).toEqual([500, 1])
    expect([...stored.values()].map(({ sequence }) => sequence)).toEqual(
      [...Array(501).keys()].map((n) => n + 1),
    )
    expect(await waiting()).toBe(0)
  })

  it('stays below what the service takes as a body', () => {
    const long = [...Array(500).keys()].map((n) => ({ ...scanned(), sequence: n, name: '样'.repeat(500) }))
    const sizes = partsOf(long).map((part) => new TextEncoder().encode(JSON.stringify(part)).length)
    expect(sizes.length).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThan(256 * 1024 - 100)
    expect(partsOf(long).flat()).toEqual(long)
  })

  it('halves what is too large all the same', async () => {
    const { send } = aService()
    await keepSome(4)
    await upload(safe, queue, 'v', async (venue, device, items) => {
      if (items.length > 1) {
        throw failing(413)
      }
      return send(venue, device, items)
    })
    expect(send).toHaveBeenCalledTimes(4)
    expect(await waiting()).toBe(0)
  })

  it('sends again under the same ids and numbers what got no answer', async () => {
    const { send, stored } = aService()
    await keepSome(3)
    const closing: Send = async (venue, device, items) => {
      await send(venue, device, items)
      throw new Unreachable('the page was closed')
    }
    await expect(upload(safe, queue, 'v', closing)).rejects.toThrow(Unreachable)
    expect(await waiting()).toBe(3)
    const reopened = openQueue(safe, anId, () => 'me')
    await upload(safe, reopened, 'v', send)
    expect(stored.size).toBe(3)
    expect([...stored.values()].map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    expect(await waiting()).toBe(0)
  })

  it('sends again when the answers came but could not be noted', async () => {
    const { send, stored } = aService()
    await keepSome(2)
    await expect(
      upload(safe, queue, 'v', async (...sent) => {
        const answers = await send(...sent)
        safe.failing = true
        return answers
      }),
    ).rejects.toThrow('not kept')
    safe.failing = false
    await upload(safe, queue, 'v', send)
    expect(stored.size).toBe(2)
    expect(await waiting()).toBe(0)
  })

  it('is made by one page at a time', async () => {
    const { send } = aService()
    await keepSome(3)
    await Promise.all([
      upload(safe, queue, 'v', send),
      upload(
        safe,
        openQueue(safe, anId, () => 'me'),
        'v',
        send,
      ),
    ])
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('does not lose what is kept meanwhile', async () => {
    const { send } = aService()
    await keepSome(1)
    const left = await upload(safe, queue, 'v', async (...sent) => {
      await queue.add('v', scanned())
      return send(...sent)
    })
    expect(left).toBe(0)
    expect(await waiting()).toBe(1)
  })

  it.each([
    ['of another length', [] as ItemAnswer[]],
    ['that is no list', undefined as unknown as ItemAnswer[]],
  ])('takes no answer %s', async (_, answers) => {
    await keepSome(1)
    await expect(upload(safe, queue, 'v', async () => answers)).rejects.toThrow(Unreachable)
    expect(await waiting()).toBe(1)
  })
})

describe('a registration', () => {
  const gate = (more: Partial<Parameters<typeof register>[0]> = {}) => ({
    queue,
    away: () => false,
    lost: vi.fn(),
    send: vi.fn(async (body: { scanId: string }) => answer(body)),
    ...more,
  })

  it('is made at the service when that answers', async () => {
    expect(await register(gate(), 'v', scanned())).toHaveProperty('answer.outcome', 'ENTERED')
    expect(await waiting()).toBe(0)
  })

  it.each([
    ['nothing answers', new Unreachable('timeout')],
    ['the service is overloaded', failing(503, 'UNAVAILABLE')],
  ])('is kept under the same scan id when %s', async (_, failure) => {
    const broken = gate({ send: vi.fn().mockRejectedValue(failure) })
    const result = await register(broken, 'v', { ...scanned('one'), overrideCapacity: true })
    expect(result).toHaveProperty('kept.scanId', 'one')
    expect(result).not.toHaveProperty('kept.overrideCapacity')
    expect(broken.lost).toHaveBeenCalled()
  })

  it('is kept without asking while the gate is away', async () => {
    const away = gate({ away: () => true })
    await register(away, 'v', scanned())
    expect(away.send).not.toHaveBeenCalled()
    expect(await waiting()).toBe(1)
  })

  it('is not kept when the service said no', async () => {
    const refused = gate({ send: vi.fn().mockRejectedValue(failing(422, 'UNKNOWN_CODE')) })
    await expect(register(refused, 'v', scanned())).rejects.toThrow(Problem)
    expect(await waiting()).toBe(0)
  })

  it('fails when it can be kept nowhere', async () => {
    safe.failing = true
    await expect(register(gate({ away: () => true }), 'v', scanned())).rejects.toThrow('not kept')
  })
})

describe('what a camera read', () => {
  it('can be a pass code', () => {
    expect(
      canBePassCode('05EIC1O6EL7ORLTTNJII6OP5JA8OCJD6428K9B25QLAP9259AHKLQKANEK5FJN9DICFPPT3EBSGA846C'),
    ).toBe(true)
  })

  it.each(['https://example.org/s/ABCDEFGH12345678', 'short', '', '样'.repeat(20), 'A'.repeat(513)])(
    'cannot be one: %s',
    (read) => {
      expect(canBePassCode(read)).toBe(false)
    },
  )
})
