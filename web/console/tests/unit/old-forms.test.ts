import { flushPromises, mount } from '@vue/test-utils'
import { ElInputTag } from 'element-plus'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import IllnessPanel from '@/cases/IllnessPanel.vue'
import TeamPanel from '@/cases/TeamPanel.vue'
import DivisionPanel from '@/reference/DivisionPanel.vue'
import VenueTypeDialog from '@/reference/VenueTypeDialog.vue'
import { session } from '@/session/session'
import { serve, type Service } from './service'

const renew = vi.fn()
vi.mock('@/cases/case-desk', () => ({ useCaseDesk: () => ({ renew }) }))

let service: Service
let sent: unknown[]

beforeEach(async () => {
  renew.mockClear()
  sent = []
  service = serve()
  await session.signIn('tracer', 'secret')
})

/** Answers what stands there, and notes what is sent to `to`. */
function stands(path: string, what: object, to = path): void {
  const take = async (request: Request) => {
    if (request.method === 'PUT') {
      sent.push(await request.json())
    }
    return Response.json(what)
  }
  service.answer(path, take)
  service.answer(to, take)
}

const form = { template: '<form><slot /></form>' }
const options = {
  shallow: true,
  global: {
    renderStubDefaultSlot: true,
    stubs: { ElForm: form, ElButton: { template: '<button><slot /></button>' }, ElInputTag },
  },
}

const caseOf = (...team: string[]) =>
  ({
    id: 'one',
    owner: 'tracer',
    status: 'OPEN',
    onTeam: true,
    drill: false,
    details: { team: ['tracer', ...team].map((username) => ({ username })), onsetAt: null },
  }) as never

describe('the form of a team', () => {
  const members = (wrapper: ReturnType<typeof panel>) => wrapper.getComponent(ElInputTag).props('modelValue')
  const panel = () => mount(TeamPanel, { ...options, props: { of: caseOf('a', 'b') } })

  it('should keep what was typed when the case is fetched again', async () => {
    const wrapper = panel()
    wrapper.getComponent(ElInputTag).vm.$emit('update:modelValue', ['a', 'b', 'typed'])
    await wrapper.setProps({ of: caseOf('a', 'b') })
    expect(members(wrapper)).toEqual(['a', 'b', 'typed'])
  })

  it('should not bring back whom a colleague took out', async () => {
    const wrapper = panel()
    stands('/cases/one', caseOf('a', 'c'), '/cases/one/team')
    wrapper.getComponent(ElInputTag).vm.$emit('update:modelValue', ['a', 'b', 'typed'])
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(renew).toHaveBeenCalledOnce())
    await flushPromises()
    expect(sent).toEqual([])
    expect(members(wrapper)).toEqual(['a', 'c', 'typed'])
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(sent).toEqual([{ members: ['a', 'c', 'typed'] }]))
  })
})

describe('other old forms', () => {
  it('should not take back a correction of an illness', async () => {
    const of = caseOf()
    const wrapper = mount(IllnessPanel, {
      ...options,
      props: { of, details: (of as { details: never }).details },
    })
    await wrapper.get('button').trigger('click')
    stands('/cases/one', { details: { onsetAt: '2026-11-01T00:00:00.000Z' } }, '/cases/one/illness')
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(renew).toHaveBeenCalledOnce())
    expect(sent).toEqual([])
  })

  it('should not take back the name of a division', async () => {
    const branch = {
      code: '659002001000',
      name: 'old',
      parent: '659002000000',
      level: 'TERRITORY',
      children: [],
    }
    const wrapper = mount(DivisionPanel, { ...options, props: { branch: branch as never } })
    stands('/divisions', { items: [{ ...branch, name: 'new' }] }, '/divisions/659002001000')
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.emitted('changed')).toEqual([['659002001000']]))
    expect(sent).toEqual([])
  })

  it('should not take back what was set for a type of venues', async () => {
    const type = { code: 'HOTEL', name: 'old', department: 'd' } as never
    const ElDialog = { template: '<div><slot /><slot name="footer" /></div>' }
    const wrapper = mount(VenueTypeDialog, {
      ...options,
      props: { modelValue: undefined },
      global: { ...options.global, stubs: { ...options.global.stubs, ElDialog } },
    })
    await wrapper.setProps({ modelValue: type })
    const now = { code: 'HOTEL', name: 'new', department: 'd' }
    stands('/venue-types', { items: [now] }, '/venue-types/HOTEL')
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.emitted('saved')).toHaveLength(1))
    expect(wrapper.emitted('update:modelValue')).toEqual([[now]])
    expect(sent).toEqual([])
  })
})
