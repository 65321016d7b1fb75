import { flushPromises, mount } from '@vue/test-utils'
import { ElAlert, ElButton, ElResult, ElSkeleton } from 'element-plus'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, h } from 'vue'
import { serve } from './service'
import { Unreachable } from '@/api/problem'
import { session } from '@/session/session'
import { useLoad, type Load } from '@/ui/load'
import LoadState from '@/ui/LoadState.vue'

const global = { components: { ElAlert, ElButton, ElResult, ElSkeleton } }
let fetch: () => Promise<string>

function loaded(): Load<string> {
  return effectScope().run(() => useLoad(() => fetch())) as Load<string>
}

beforeEach(async () => {
  serve()
  await session.signIn('tracer', 'secret')
  fetch = async () => 'the thing'
})
afterEach(() => session.end())

describe('something that is loaded', () => {
  it('should keep what is shown, and what was typed there, when it cannot be fetched again', async () => {
    const load = loaded()
    const page = mount(LoadState, {
      props: { load },
      slots: { default: ({ value }: { value: unknown }) => h('input', { name: String(value) }) },
      global,
    })
    await flushPromises()
    await page.get('input').setValue('half a thought')
    fetch = () => Promise.reject(new Unreachable('away'))
    await load.reload()
    await flushPromises()
    expect(page.get('input').element.value).toBe('half a thought')
    expect(page.find('[role=alert]').exists()).toBe(true)
  })

  it('should be fetched behind the lock only when somebody is back', async () => {
    session.lock()
    fetch = vi.fn(async () => session.token())
    const load = loaded()
    await flushPromises()
    expect(load.state).toBe('loading')
    await session.signIn('tracer', 'secret')
    await flushPromises()
    expect(load.state).toBe('ready')
    expect(fetch).toHaveBeenCalledTimes(2)
  })
})
