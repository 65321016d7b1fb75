import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useQueue } from '@/review/queue'

const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `venue-${from + i}` }))

function parts(...sizes: number[]) {
  return vi.fn(async (cursor: string | undefined) => {
    const part = Number(cursor ?? 0)
    const from = sizes.slice(0, part).reduce((sum, size) => sum + size, 0)
    return { items: many(from, sizes[part] ?? 0), next: part + 1 < sizes.length ? String(part + 1) : null }
  })
}

describe('the queue', () => {
  it('should look at the oldest first and at the one after it when that is taken out', async () => {
    const queue = useQueue(parts(3))
    await flushPromises()
    expect(queue.current.value?.id).toBe('venue-0')
    expect(queue.following.value?.id).toBe('venue-1')
    queue.take('venue-0')
    expect(queue.current.value?.id).toBe('venue-1')
    queue.step(1)
    queue.take('venue-2')
    expect(queue.current.value?.id).toBe('venue-1')
    queue.take('venue-1')
    expect(queue.current.value).toBeUndefined()
  })

  it('should stay where the person is when another one is taken out', async () => {
    const queue = useQueue(parts(4))
    await flushPromises()
    queue.look('venue-2')
    queue.take('venue-0')
    expect(queue.current.value?.id).toBe('venue-2')
    expect(queue.at.value).toBe(1)
  })

  it('should not step beyond its ends', async () => {
    const queue = useQueue(parts(2))
    await flushPromises()
    queue.step(-1)
    expect(queue.at.value).toBe(0)
    queue.step(1)
    queue.step(1)
    expect(queue.at.value).toBe(1)
  })

  it('should fetch the next part before the last one is looked at, once', async () => {
    const fetch = parts(20, 20)
    const queue = useQueue(fetch)
    await flushPromises()
    expect(fetch).toHaveBeenCalledTimes(1)
    queue.look('venue-5')
    queue.look('venue-6')
    await flushPromises()
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(queue.items).toHaveLength(40)
    expect(queue.hasMore).toBe(false)
  })

  it('should keep what is loaded when a part fails, and go on when asked again', async () => {
    const whole = parts(20, 5)
    let broken = true
    const queue = useQueue((cursor) => (cursor && broken ? Promise.reject(new Error('down')) : whole(cursor)))
    await flushPromises()
    queue.look('venue-19')
    await flushPromises()
    expect(queue.state).toBe('failed')
    expect(queue.items).toHaveLength(20)
    broken = false
    await queue.more()
    expect(queue.items).toHaveLength(25)
    expect(queue.current.value?.id).toBe('venue-19')
  })

  it('should show nothing of what an earlier choice of filters is answered late', async () => {
    const late: ((id: string) => void)[] = []
    const filter = ref('a')
    const queue = useQueue(
      () =>
        new Promise<{ items: { id: string }[]; next: null }>((resolve) =>
          late.push((id) => resolve({ items: [{ id }], next: null })),
        ),
      filter,
    )
    filter.value = 'b'
    await flushPromises()
    late[1]?.('newer')
    late[0]?.('older')
    await flushPromises()
    expect(queue.items.map(({ id }) => id)).toEqual(['newer'])
  })

  it('should forget ticks of what was decided', async () => {
    const queue = useQueue(parts(3))
    await flushPromises()
    queue.tickAll(true)
    queue.take('venue-1')
    expect([...queue.ticked]).toEqual(['venue-0', 'venue-2'])
    queue.tick('venue-0')
    expect([...queue.ticked]).toEqual(['venue-2'])
  })

  it('should go on where the person was before', async () => {
    const queue = useQueue(parts(5), undefined, 'venue-3')
    await flushPromises()
    expect(queue.current.value?.id).toBe('venue-3')
  })
})
