import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { effectScope, ref } from 'vue'
import { usePaged, type Cut, type Paged } from '@/ui/paged'

function started<T>(begin: () => Paged<T>): Paged<T> {
  return effectScope().run(begin) as Paged<T>
}

/** Seven numbers, three to a page. */
async function numbers({ cursor }: Cut) {
  const from = Number(cursor ?? 0)
  const items = [0, 1, 2, 3, 4, 5, 6].slice(from, from + 3)
  return { items, next: from + 3 < 7 ? String(from + 3) : null }
}

describe('a paged list', () => {
  it('should go forth and back as far as there are pages', async () => {
    const list = started(() => usePaged(numbers))
    await flushPromises()
    expect([list.page, list.items, list.hasNext]).toEqual([1, [0, 1, 2], true])
    await list.next()
    await list.next()
    expect([list.page, list.items, list.hasNext]).toEqual([3, [6], false])
    await list.next()
    expect(list.page).toBe(3)
    await list.previous()
    expect([list.page, list.items]).toEqual([2, [3, 4, 5]])
    await list.reload()
    expect([list.page, list.items]).toEqual([2, [3, 4, 5]])
  })

  it('should begin anew when what it depends on changes', async () => {
    const filter = ref('a')
    const list = started(() => usePaged(numbers, filter))
    await flushPromises()
    await list.next()
    filter.value = 'b'
    await flushPromises()
    expect([list.page, list.items]).toEqual([1, [0, 1, 2]])
  })

  it('should keep the page that is shown when the next one cannot be had', async () => {
    let broken = false
    const list = started(() => usePaged((cut) => (broken ? Promise.reject(new Error('away')) : numbers(cut))))
    await flushPromises()
    broken = true
    await list.next()
    expect([list.state, list.page, list.items]).toEqual(['failed', 1, [0, 1, 2]])
    broken = false
    await list.next()
    expect([list.state, list.page]).toEqual(['ready', 2])
  })

  it('should not show an old answer over a newer one', async () => {
    const answers: ((items: string[]) => void)[] = []
    const list = started(() =>
      usePaged(
        () =>
          new Promise<{ items: string[]; next: null }>((resolve) =>
            answers.push((items) => resolve({ items, next: null })),
          ),
      ),
    )
    void list.reload()
    answers[1]?.(['new'])
    answers[0]?.(['old'])
    await flushPromises()
    expect(list.items).toEqual(['new'])
  })
})
