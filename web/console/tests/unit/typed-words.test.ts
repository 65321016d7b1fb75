import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ReasonDialog from '@/ui/ReasonDialog.vue'
import SignField from '@/ui/SignField.vue'

const ElInput = {
  props: ['modelValue'],
  emits: ['update:modelValue'],
  template: '<input :value="modelValue" @input="$emit(\'update:modelValue\', $event.target.value)" />',
}
const global = { stubs: { ElInput, ElDialog: { template: '<div><slot /></div>' }, ElButton: true } }

describe('a field for a part of a name', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('should tell what is typed once typing pauses, and nothing that is too short', async () => {
    const wrapper = mount(SignField, { props: { modelValue: '' }, global })
    const told = () => wrapper.emitted('update:modelValue')?.map(([words]) => words) ?? []
    await wrapper.get('input').setValue('胡')
    await wrapper.get('input').setValue(' 胡杨 ')
    expect(told()).toEqual([])
    vi.advanceTimersByTime(300)
    expect(told()).toEqual(['胡杨'])
    await wrapper.get('input').setValue('胡')
    vi.advanceTimersByTime(300)
    expect(told()).toEqual(['胡杨', ''])
  })
})

describe('a dialog that asks for a reason', () => {
  it('should begin with the words that were not sent, else with none', async () => {
    const props = { title: '', label: '', work: async () => true, modelValue: false }
    const wrapper = mount(ReasonDialog, { props, global })
    await wrapper.setProps({ modelValue: true, first: 'no such place' })
    expect(wrapper.get('input').element.value).toBe('no such place')
    await wrapper.setProps({ modelValue: false })
    await wrapper.setProps({ modelValue: true, first: '' })
    await flushPromises()
    expect(wrapper.get('input').element.value).toBe('')
  })
})
