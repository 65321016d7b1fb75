import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { serve, type Service } from './service'
import AuditPage from '@/audit/AuditPage.vue'
import { session } from '@/session/session'

let service: Service

beforeEach(async () => {
  service = serve()
  await session.signIn('auditor', 'password-123')
})

describe('the log', () => {
  it('should be searched by words that do not stand in the address, and by ids that do', async () => {
    const asked: string[] = []
    service.answer('/audit-events', (request) => {
      asked.push(new URL(request.url).searchParams.get('reference') ?? '')
      return Response.json({ items: [], next: null })
    })
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [
        { path: '/audit', component: AuditPage },
        { path: '/audit/verification', component: AuditPage },
      ],
    })
    await router.push('/audit')
    const page = mount(AuditPage, {
      global: {
        plugins: [router],
        stubs: {
          DataTable: { template: '<div><slot name="tools" /></div>' },
          EventDialog: true,
          MomentField: true,
        },
      },
    })
    const look = async (words: string) => {
      const [, reference] = page.findAll('input[maxlength="64"]')
      await reference?.setValue(words)
      await page.find('form').trigger('submit')
      await flushPromises()
      return router.currentRoute.value.query.reference
    }
    expect(await look('somebody')).toBeUndefined()
    expect(asked.at(-1)).toBe('somebody')
    const id = '01950000-0000-7000-8000-000000000001'
    expect(await look(id)).toBe(id)
    expect(asked.at(-1)).toBe(id)
    expect(await look('else')).toBeUndefined()
    expect(asked.at(-1)).toBe('else')
  })
})
