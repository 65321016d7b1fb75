import { vi } from 'vitest'

/** What the tests' device keeps, and whether it has a network. */
export const stored = new Map<string, string>()
let tellNetwork: (online: boolean) => void = () => undefined

export function network(online: boolean): void {
  tellNetwork(online)
}

vi.stubGlobal('uni', {
  getStorageSync: (key: string) => stored.get(key) ?? '',
  setStorageSync: (key: string, value: string) => stored.set(key, value),
  removeStorageSync: (key: string) => stored.delete(key),
  navigateTo: vi.fn(({ complete }: { complete?: () => void }) => complete?.()),
  navigateBack: vi.fn(),
  reLaunch: vi.fn(),
})
vi.stubGlobal('getCurrentPages', () => [])

/** In the place of `@/platform`. */
export const platform = {
  origin: '',
  languages: ['zh-CN'],
  tellLanguage: () => undefined,
  watchNetwork(told: (online: boolean) => void) {
    tellNetwork = told
  },
  brighten: vi.fn(),
  alone: <T>(_: string, work: () => Promise<T>) => work(),
}

export class NoCamera extends Error {}
