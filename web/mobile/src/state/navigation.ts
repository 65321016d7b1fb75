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

let going = false
const sentFrom = new WeakSet<object>()

/** Several things that a page loads may find out at once. */
function go(page: Page): void {
  if (!going) {
    going = true
    uni.navigateTo({ url: `/${page}`, complete: () => (going = false) })
  }
}

function missing(failure: unknown): Page | undefined {
  if (failure instanceof SignInNeeded) {
    return 'pages/signin/signin'
  }
  return failure instanceof Problem && failure.code === 'IDENTITY_REQUIRED'
    ? 'pages/identity/identity'
    : undefined
}

/**
 * Where signing in or a real name is what is missing, goes there; the page below keeps what was
 * typed.
 *
 * @param byItself nobody asked for it by a tap: who came back without what is missing is not sent
 *     there again
 * @returns whether it went
 */
export function wentForWhatIsMissing(failure: unknown, byItself = false): boolean {
  const page = missing(failure)
  const here = getCurrentPages().slice(-1)[0]
  if (page === undefined || (byItself && here && sentFrom.has(here))) {
    return false
  }
  if (here) {
    sentFrom.add(here)
  }
  go(page)
  return true
}
