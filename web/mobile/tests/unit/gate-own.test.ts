import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { api } from '@/api/client'
import { SignInNeeded } from '@/api/problem'
import { countWaiting, forgetOwner, owner, queue, queueOf, sendAs, waitingHere } from '@/gate/own'
import { session } from '@/state/session'
import { memory } from './gate-phone'
import { stored } from './phone-stub'

vi.mock('@/platform', () => import('./gate-phone'))
vi.mock('@dcloudio/uni-app', () => import('./hooks-stub'))

const scan = (scanId: string) => ({
  scanId,
  at: '2021-09-01T06:05:00.000Z',
  direction: 'IN' as const,
  passCode: 'A-PASS-CODE',
})
const signIn = async (accountId: string) => {
  stored.set('session', JSON.stringify({ access: 't', refresh: 'r', until: Date.now() + 60_000, accountId }))
  await session.token()
}

describe('whose a registration is', () => {
  beforeEach(async () => {
    memory.texts.clear()
    await signIn('a')
    await countWaiting()
  })

  it('is counted for the own account only', async () => {
    await queue.add('v', scan('1'))
    await queue.add('w', scan('2'))
    expect(waitingHere.count).toBe(2)
    await signIn('b')
    await nextTick()
    await vi.waitFor(() => expect(waitingHere.count).toBe(0))
  })

  it('is of the one whose session ran out, until that one signs out', async () => {
    expect(owner()).toBe('a')
    stored.clear()
    await expect(session.token()).rejects.toThrow(SignInNeeded)
    expect(owner()).toBe('a')
    forgetOwner()
    expect(owner()).toBe('')
  })

  it('is handed in by no other account, even if another page of the browser signed it in', async () => {
    const post = vi.spyOn(api, 'post').mockResolvedValue({ items: [] } as never)
    const kept = await queueOf('a').add('v', scan('1'))
    stored.set(
      'session',
      JSON.stringify({ access: 't', refresh: 'r', until: Date.now() + 60_000, accountId: 'b' }),
    )
    await expect(sendAs('a')('v', 'device', [kept])).rejects.toThrow(SignInNeeded)
    expect(post).not.toHaveBeenCalled()
    await sendAs('b')('v', 'device', [kept])
    expect(post).toHaveBeenCalledTimes(1)
  })
})
