import { beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, reactive } from 'vue'
import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import { useDesk } from '@/gate/desk'
import type { Kept } from '@/gate/kept'

vi.mock('@/platform', () => import('./gate-phone'))
vi.mock('@dcloudio/uni-app', () => import('./hooks-stub'))

const NUMBER = '659002192103010028'
const entered = { scanId: 's', outcome: 'ENTERED', direction: 'IN', message: '已登记' } as never
const kept = {
  state: reactive({ lost: false }),
  away: computed(() => false),
  refresh: async () => undefined,
} as unknown as Kept

describe('a gate', () => {
  const post = vi.fn()
  const desk = () => useDesk(() => 'v', kept, vi.fn())
  beforeEach(() => {
    vi.spyOn(api, 'post').mockImplementation(post.mockReset() as never)
  })

  it('lets the form forget only whom it has registered', async () => {
    let answer!: (answer: object) => void
    post.mockReturnValue(new Promise<object>((resolve) => (answer = resolve)))
    const gate = desk()
    const first = gate.type(NUMBER, '')
    expect(await gate.type('659002192103010027', '')).toBe(false)
    answer(entered)
    expect(await first).toBe(true)
    expect(post).toHaveBeenCalledTimes(1)
  })

  it('does not let it forget what the service says no to, however often Enter was pressed', async () => {
    const body = { code: 'INVALID_REQUEST', title: 't', errors: [{ field: 'idNumber', message: 'wrong' }] }
    post.mockRejectedValue(new Problem(422, body as never))
    const gate = desk()
    const both = [gate.type(NUMBER, ''), gate.type(NUMBER, '')]
    expect(await Promise.all(both)).toEqual([false, false])
    expect(gate.desk.shown).toMatchObject({ kind: 'failed', field: 'wrong' })
  })

  it('shows once more what became of a code that is read again after it was closed', async () => {
    post.mockResolvedValue(entered)
    const gate = desk()
    await gate.read('A-PASS-CODE')
    gate.desk.shown = undefined
    await gate.read('A-PASS-CODE')
    expect(post).toHaveBeenCalledTimes(1)
    expect(gate.desk).toMatchObject({ again: true, shown: { kind: 'answer', answer: entered } })
  })
})
