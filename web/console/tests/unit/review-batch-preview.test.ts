import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import BatchPreview from '@/review/BatchPreview.vue'
import { beside } from '@/review/beside'
import { session } from '@/session/session'
import { tellDone } from '@/ui/failure'
import { serve, type Service } from './service'

vi.mock('@/ui/failure', () => ({ tellFailure: vi.fn(), tellDone: vi.fn(), explain: vi.fn() }))

let service: Service
let answer: (result: string) => void

beforeEach(async () => {
  vi.mocked(tellDone).mockClear()
  beside.forget('one')
  service = serve()
  await session.signIn('reviewer', 'secret')
  service.answer('/venues/one/duplicates', () => Response.json({ items: [] }))
  service.answer('/venues/one/survey-places', () => Response.json({ linked: {}, offers: [] }))
  service.answer(
    '/review/approvals',
    () =>
      new Promise((resolve) => {
        answer = (result) => resolve(Response.json({ items: [{ venueId: 'one', result }] }))
      }),
  )
})

async function approving() {
  const venue = { id: 'one', name: '样本', communityCode: '659002000000', appliedAt: 'then' } as never
  const wrapper = mount(BatchPreview, {
    props: { venues: [venue] },
    global: { stubs: { ElButton: { template: '<button><slot /></button>' } } },
    shallow: true,
  })
  await vi.waitFor(() => expect(service.calls('/venues/one/survey-places')).toBe(1))
  await flushPromises()
  await wrapper.findAll('button').at(-1)?.trigger('click')
  await vi.waitFor(() => expect(service.calls('/review/approvals')).toBe(1))
  return wrapper
}

describe('the preview of a batch', () => {
  it('should be busy until the results are there, and tell what was corrected', async () => {
    const wrapper = await approving()
    expect(wrapper.emitted('update:busy')).toEqual([[true]])
    answer('CHANGED_MEANWHILE')
    await vi.waitFor(() => expect(wrapper.emitted('decided')).toEqual([[[], ['one']]]))
    expect(wrapper.emitted('update:busy')).toEqual([[true], [false]])
    expect(tellDone).not.toHaveBeenCalled()
  })

  it('should tell the results where the page was left', async () => {
    const wrapper = await approving()
    wrapper.unmount()
    answer('APPROVED')
    await vi.waitFor(() => expect(tellDone).toHaveBeenCalledOnce())
  })
})
