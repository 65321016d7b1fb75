import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { Problem, Unreachable } from '@/api/problem'
import { usePass, type Picture } from '@/pass/pass'
import { secondsLeft, wantsRenewal } from '@/pass/lifetime'
import { forget, play } from './hooks-stub'
import { network } from './phone-stub'

vi.mock('@/platform', () => import('./phone-stub'))
vi.mock('@dcloudio/uni-app', () => import('./hooks-stub'))

const START = Date.parse('2021-09-01T00:00:00Z')

describe('how long a code is shown', () => {
  it('counts from when it was asked for, whatever the clock says the time is', () => {
    expect(secondsLeft(START, START)).toBe(300)
    expect(secondsLeft(START, START + 299_500)).toBe(1)
    expect(secondsLeft(START, START + 300_000)).toBe(0)
    expect(wantsRenewal(START, START + 239_999)).toBe(false)
    expect(wantsRenewal(START, START + 240_000)).toBe(true)
  })

  it('takes a code for old when the clock was set back', () => {
    expect(secondsLeft(START, START - 1)).toBe(0)
    expect(wantsRenewal(START, START - 1)).toBe(true)
  })
})

describe('the pass code of a page', () => {
  let answers: (Picture | Error)[]
  let drawn: number
  const draw = (): Promise<Picture> => {
    drawn += 1
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    return answer instanceof Error || answer === undefined ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const picture = (source: string): Picture => ({ source, expiresAt: '2021-09-01T00:05:00Z' })
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

  beforeEach(() => {
    vi.useFakeTimers({ now: START })
    forget()
    network(true)
    drawn = 0
    answers = [picture('one')]
  })
  afterEach(() => vi.useRealTimers())

  async function shown() {
    const shownPass = usePass(draw)
    play('show')
    await pass(0)
    return shownPass
  }

  it('renews itself before it expires', async () => {
    answers = [picture('one'), picture('two')]
    const code = await shown()
    await pass(239)
    expect(code.picture?.source).toBe('one')
    await pass(2)
    expect(code.picture?.source).toBe('two')
    expect(code.seconds).toBeGreaterThan(295)
  })

  it('stays while it is good though the network is gone, and is hidden then', async () => {
    answers = [picture('one'), new Unreachable()]
    const code = await shown()
    await pass(250)
    expect(code.picture?.source).toBe('one')
    expect(code.message).not.toBe('')
    await pass(50)
    expect(code.picture).toBeUndefined()
    expect(code.expired).toBe(true)
  })

  it('asks again every ten seconds at most, and at once when the network is back', async () => {
    answers = [new Unreachable()]
    const code = await shown()
    await pass(9)
    expect(drawn).toBe(1)
    await pass(2)
    expect(drawn).toBe(2)
    network(false)
    await nextTick()
    answers = [picture('one')]
    network(true)
    await nextTick()
    await pass(0)
    expect(code.picture?.source).toBe('one')
    expect(code.message).toBe('')
  })

  it('asks for nothing in the background, and shows no old code after it', async () => {
    answers = [picture('one'), new Unreachable()]
    const code = await shown()
    play('hide')
    await pass(600)
    expect(drawn).toBe(1)
    play('show')
    expect(code.picture).toBeUndefined()
    expect(code.expired).toBe(true)
  })

  it('does not ask again by itself what the service refused', async () => {
    answers = [new Problem(404, { type: '', title: '未找到', status: 404, detail: '', code: 'NOT_FOUND' })]
    const code = await shown()
    await pass(120)
    expect(drawn).toBe(1)
    expect(code.message).toBe('未找到')
    await code.renew()
    expect(drawn).toBe(2)
  })
})
