import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { say } from '@/i18n'
import StaffPage from '@/staff/StaffPage.vue'
import { session } from '@/session/session'
import { serve, signedIn, type Service } from './service'

vi.mock('vue-router', async (original) => ({
  ...(await original<object>()),
  useRoute: () => ({ params: { id: 'other' } }),
}))

const other = { ...signedIn, id: 'other', username: 'other', roles: ['TRACER', 'REVIEWER'] }

let service: Service
let puts = 0

beforeEach(async () => {
  puts = 0
  service = serve()
  await session.signIn('admin', 'secret')
  stands(other)
})

function stands(account: object): void {
  service.answer('/staff/other', (request) => {
    puts += request.method === 'PUT' ? 1 : 0
    return Response.json(account)
  })
}

async function page() {
  const wrapper = mount(StaffPage, {
    shallow: true,
    global: {
      renderStubDefaultSlot: true,
      stubs: {
        RouterLink: true,
        LoadState: { props: ['load'], template: '<div v-if="load.value"><slot :value="load.value" /></div>' },
        ElForm: { template: '<form><slot /></form>' },
        RightsFields: { name: 'RightsFields', props: ['modelValue'], template: '<i />' },
        ElAlert: { props: ['title'], template: '<b>{{ title }}</b>' },
      },
    },
  })
  await flushPromises()
  return wrapper
}

describe('the page of an account', () => {
  it('should save rights that nobody else changed', async () => {
    const wrapper = await page()
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(puts).toBe(1))
  })

  it('should not give back what a colleague took away', async () => {
    const wrapper = await page()
    stands({ ...other, roles: ['TRACER'] })
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() =>
      expect(wrapper.getComponent({ name: 'RightsFields' }).props('modelValue').roles).toEqual(['TRACER']),
    )
    await flushPromises()
    expect(puts).toBe(0)
    expect(wrapper.get('b').text()).toBe(say('changedMeanwhile'))
  })
})
