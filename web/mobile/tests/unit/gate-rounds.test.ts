import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { useRounds } from '@/gate/rounds'
import { platform } from './gate-phone'
import { forget, play } from './hooks-stub'

vi.mock('@/platform', () => import('./gate-phone'))
vi.mock('@dcloudio/uni-app', () => import('./hooks-stub'))

describe('the rounds of a gate', () => {
  const desk = reactive({ shown: undefined }) as never as Parameters<typeof useRounds>[0]['desk']
  let answer: () => void
  const read = vi.fn()
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

  beforeEach(() => {
    vi.useFakeTimers()
    forget()
    desk.shown = undefined
    platform.scan.mockReset().mockResolvedValue('A-PASS-CODE')
    platform.stopScan.mockReset()
    read.mockReset().mockImplementation(
      () =>
        new Promise<void>((resolve) => {
          answer = () => {
            desk.shown = { kind: 'kept', kept: {} as never }
            resolve()
          }
        }),
    )
  })
  afterEach(() => vi.useRealTimers())

  async function oneRead() {
    const rounds = useRounds({ desk, read }, vi.fn())
    play('show')
    void rounds.scan()
    await pass(0)
    expect(read).toHaveBeenCalledWith('A-PASS-CODE')
    return rounds
  }

  it('opens the camera for the next one after three seconds', async () => {
    const { state } = await oneRead()
    answer()
    await pass(0)
    expect(state.seconds).toBe(3)
    await pass(3)
    expect(platform.scan).toHaveBeenCalledTimes(2)
  })

  it.each(['hide', 'unload'] as const)('opens no camera over another page after %s', async (left) => {
    await oneRead()
    play(left)
    expect(platform.stopScan).toHaveBeenCalled()
    answer()
    await pass(60)
    expect(platform.scan).toHaveBeenCalledTimes(1)
  })

  it('goes on when the page is in front again, as after the camera of WeChat', async () => {
    await oneRead()
    play('hide')
    answer()
    await pass(0)
    play('show')
    await pass(3)
    expect(platform.scan).toHaveBeenCalledTimes(2)
  })

  it('does not begin again where it was stopped before the answer', async () => {
    const rounds = await oneRead()
    rounds.stop()
    answer()
    await pass(60)
    expect(platform.scan).toHaveBeenCalledTimes(1)
  })
})
