import type pagesJson from '@/pages.json'
import { Problem, SignInNeeded } from '@/api/problem'

type Page = (typeof pagesJson)['pages'][number]['path']

/** Opens a page above this one. Parameters stand in the address, so no personal value may be one. */
export function open(page: Page, parameters: Record<string, string> = {}): void {
  const query = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  void uni.navigateTo({ url: `/${page}${query ? `?${query}` : ''}` })
}

/** Opens a page instead of this one. */
export function replace(page: Page): void {
  void uni.redirectTo({ url: `/${page}` })
}

/** To the page below, or home if there is none. */
export function back(): void {
  if (getCurrentPages().length > 1) {
    void uni.navigateBack()
  } else {
    void uni.reLaunch({ url: '/pages/home/home' })
  }
}

/**
 * Where signing in or a real name is what is missing, goes there; the page below keeps what was
 * typed.
 *
 * @returns whether it went
 */
export function wentForWhatIsMissing(failure: unknown): boolean {
  if (failure instanceof SignInNeeded) {
    open('pages/signin/signin')
    return true
  }
  if (failure instanceof Problem && failure.code === 'IDENTITY_REQUIRED') {
    open('pages/identity/identity')
    return true
  }
  return false
}
