import { nextTick, reactive } from 'vue'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draft, leave } from '@/venue/draft'

const state = vi.hoisted(() => ({ session: { signedIn: true } }))

vi.mock('@/api/client', () => ({ api: {} }))
vi.mock('@/state/session', () => {
  state.session = reactive(state.session)
  return { session: { state: state.session } }
})

beforeEach(() => {
  state.session.signedIn = true
  draft()
})

const typed = () => {
  const unsent = draft()
  return { ...unsent, values: { ...unsent.values, name: '样本宾馆' } }
}

describe('what was typed and not sent', () => {
  it('should be there when the form is opened again, once', () => {
    const unsent = typed()
    leave(unsent)
    expect(draft()).toBe(unsent)
    expect(draft().values.name).toBe('')
  })

  it('should be gone for whoever signs in next', async () => {
    leave(typed())
    state.session.signedIn = false
    await nextTick()
    state.session.signedIn = true
    await nextTick()
    expect(draft().values.name).toBe('')
  })

  it('should not be kept when nobody is signed in', () => {
    state.session.signedIn = false
    leave(typed())
    expect(draft().values.name).toBe('')
  })
})
