import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/api/client'
import { Problem, Unreachable } from '@/api/problem'
import { queue, queueOf, waitingHere } from '@/gate/own'
import { uploadAll } from '@/gate/upload-all'
import { session } from '@/state/session'
import { memory } from './gate-phone'
import { network, stored } from './phone-stub'

vi.mock('@/platform', () => import('./gate-phone'))
vi.mock('@dcloudio/uni-app', () => import('./hooks-stub'))

const scan = (scanId: string) => ({
  scanId,
  at: '2021-09-01T06:05:00.000Z',
  direction: 'IN' as const,
  passCode: 'A-PASS-CODE',
})

describe('what waits on a device', () => {
  const post = vi.fn()
  const answer = async (_: string, { body }: { body: { items: { scanId: string }[] } }) => ({
    items: body.items.map(({ scanId }) => ({ scanId, outcome: 'ENTERED' })),
  })
  const venues = () => post.mock.calls.map(([, { path }]) => path.id)

  beforeEach(async () => {
    vi.spyOn(api, 'post').mockImplementation(post.mockReset().mockImplementation(answer) as never)
    memory.texts.clear()
    const until = Date.now() + 60_000
    stored.set('session', JSON.stringify({ access: 't', refresh: 'r', until, accountId: 'a' }))
    await session.token()
    await queue.add('v', scan('1'))
    await queue.add('w', scan('2'))
    await queueOf('b').add('v', scan('3'))
  })

  it('is handed in of all own venues at once, and of nobody else', async () => {
    await Promise.all([uploadAll(), uploadAll()])
    expect(venues()).toEqual(['v', 'w'])
    expect(waitingHere.count).toBe(0)
    expect((await queueOf('b').book('v')).waiting).toHaveLength(1)
  })

  it('goes on with the next venue where this one takes nothing', async () => {
    const body = { code: 'FORBIDDEN', title: '' }
    post.mockRejectedValueOnce(new Problem(403, body as never))
    await uploadAll()
    expect(venues()).toEqual(['v', 'w'])
    expect(waitingHere.count).toBe(1)
  })

  it('waits when nothing answers, and is handed in when the network is back', async () => {
    network(false)
    post.mockRejectedValueOnce(new Unreachable('no network'))
    await uploadAll()
    expect(venues()).toEqual(['v'])
    expect(waitingHere.count).toBe(2)
    network(true)
    await vi.waitFor(() => expect(waitingHere.count).toBe(0))
  })
})
