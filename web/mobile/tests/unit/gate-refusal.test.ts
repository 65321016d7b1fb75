import { describe, expect, it, vi } from 'vitest'
import { reasonChoices, reasonName } from '@/gate/refusal'
import { preferences } from '@/state/preferences'

vi.mock('@/platform', () => import('./gate-phone'))

describe('why somebody was not let in', () => {
  it('is stored in Chinese whatever the manager reads, and read in any language', () => {
    preferences.language = 'en'
    expect(reasonChoices()[0]).toEqual({ code: '拒绝扫码登记', name: 'Would not scan' })
    expect(reasonName('拒绝扫码登记')).toBe('Would not scan')
    expect(reasonName('没带证件')).toBe('没带证件')
    preferences.language = 'zh-CN'
    expect(reasonName('拒绝扫码登记')).toBe('拒绝扫码登记')
  })
})
