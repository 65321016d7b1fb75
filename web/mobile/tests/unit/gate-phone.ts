import { vi } from 'vitest'
import { platform as phone } from './phone-stub'
import { aSafe } from './safes'

export { NoCamera } from './phone-stub'

/** In the place of `@/platform`: a device at a gate, with a memory and a camera. */
export const memory = aSafe()
export const platform = Object.assign(phone, {
  keep: memory.keep,
  kept: memory.kept,
  alone: memory.alone,
  feel: vi.fn(),
  scan: vi.fn<() => Promise<string | undefined>>(),
  stopScan: vi.fn(),
})
