import { reactive, readonly } from 'vue'
import { failureOf, Problem, SignInNeeded } from '@/api/problem'
import type { components } from '@/api/schema'
import { send } from '@/api/send'

type Signed = components['responses']['Session']['content']['application/json']
export type Account = components['schemas']['OwnStaffAccount']
export type Role = components['schemas']['StaffRole']

interface Tokens {
  access: string
  refresh: string
  /** When the access token is not to be used any more, in milliseconds since 1970. */
  until: number
}

const KEY = 'console.session'
const EARLY_MILLIS = 30_000
/** So long a page may take to be loaded anew; who comes later signs in again. */
const RELOAD_MILLIS = 30_000

interface State {
  /** Whether it is known who works here: after the page was loaded anew the service is asked. */
  known: 'asking' | 'unreachable' | 'yes'
  account: Account | undefined
  /** Nobody has touched the desk for a while; the account must sign in again to go on. */
  locked: boolean
}

const state = reactive<State>({ known: 'asking', account: undefined, locked: false })
let tokens: Tokens | undefined
let renewing: Promise<string> | undefined
/** Counts those who worked here: what was asked for one is not given to the next. */
let turn = 0
/** What is left of the session while the page is loaded anew. */
let left: string | undefined

async function json<T>(method: string, path: string, body?: unknown, token?: string): Promise<T> {
  const response = await send(
    new Request(new URL(path, location.origin), {
      method,
      // What ends a session arrives even when the page is gone.
      keepalive: method === 'DELETE',
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    }),
    token,
  )
  if (!response.ok) {
    throw await failureOf(response)
  }
  return response.status === 204 ? (undefined as T) : response.json()
}

function take(signed: Signed): Tokens {
  return {
    access: signed.accessToken,
    refresh: signed.refreshToken,
    until: Date.now() + signed.expiresIn * 1000 - EARLY_MILLIS,
  }
}

async function renew(refreshToken: string): Promise<string> {
  const mine = turn
  try {
    const fresh = take(await json<Signed>('POST', '/api/v1/sessions/refresh', { refreshToken }))
    if (mine !== turn) {
      void endThere(fresh.access)
      throw new SignInNeeded()
    }
    tokens = fresh
    return fresh.access
  } catch (failure) {
    if (failure instanceof Problem && failure.status < 429) {
      if (mine === turn) {
        session.end()
      }
      throw new SignInNeeded()
    }
    throw failure
  }
}

async function endThere(access: string): Promise<void> {
  try {
    await json('DELETE', '/api/v1/sessions/current', undefined, access)
  } catch {
    // There it ends by itself.
  }
}

/** Lays the session down for as long as it takes to load the page anew. */
function layDown(refresh: string): void {
  sessionStorage.setItem(KEY, JSON.stringify({ refresh, at: Date.now() }))
}

/** Takes it up again; one that was laid down when the page was left for another is ended. */
function takeUp(): string | undefined {
  const text = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  if (!text) {
    return undefined
  }
  const { refresh, at } = JSON.parse(text) as { refresh: string; at: number }
  const age = Date.now() - at
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (arrival?.type === 'reload' && age >= 0 && age < RELOAD_MILLIS) {
    return refresh
  }
  void json<Signed>('POST', '/api/v1/sessions/refresh', { refreshToken: refresh })
    .then(({ accessToken }) => endThere(accessToken))
    .catch(() => undefined)
  return undefined
}

/**
 * Who works at this desk. Tokens are kept in memory. Only while a page is loaded anew does the
 * refresh token lie in the tab's own storage: a copied tab holds none, so none is used twice, and who
 * leaves the page and comes back signs in again.
 */
export const session = {
  state: readonly(state),

  /** Signs in; throws the service's problem when it does not take them. */
  async signIn(username: string, password: string, otp?: string): Promise<void> {
    const signed = await json<Signed>('POST', '/api/v1/sessions/staff', {
      username,
      password,
      ...(otp ? { otp } : {}),
    })
    const mine = take(signed)
    const account = await json<Account>('GET', '/api/v1/staff/me', undefined, mine.access)
    if (state.account && state.account.id !== account.id) {
      // What somebody else left open is not for these eyes: begin anew.
      layDown(mine.refresh)
      tokens = undefined
      location.hash = '#/'
      location.reload()
      return
    }
    turn++
    tokens = mine
    Object.assign(state, { account, locked: false })
  },

  /** Goes on after the page was loaded anew; may be tried again when the service cannot be reached. */
  async resume(): Promise<void> {
    left ??= takeUp()
    state.known = 'asking'
    try {
      if (left) {
        const access = await renew(left)
        state.account = await json<Account>('GET', '/api/v1/staff/me', undefined, access)
      }
      left = undefined
      state.known = 'yes'
    } catch (failure) {
      left = tokens?.refresh ?? left
      state.known = failure instanceof SignInNeeded ? 'yes' : 'unreachable'
    }
  },

  /** What the account owes or is changed. */
  async lookAgain(): Promise<void> {
    state.account = await json<Account>('GET', '/api/v1/staff/me', undefined, await session.token())
  },

  /** A token that is good for a while; fails with `SignInNeeded`. */
  async token(): Promise<string> {
    if (!tokens) {
      throw new SignInNeeded()
    }
    return Date.now() < tokens.until ? tokens.access : session.renewed(tokens.access)
  },

  /** Another token than that one. A refresh token works once. */
  renewed(used: string): Promise<string> {
    if (!tokens) {
      return Promise.reject(new SignInNeeded())
    }
    if (tokens.access !== used) {
      return Promise.resolve(tokens.access)
    }
    renewing ??= renew(tokens.refresh).finally(() => (renewing = undefined))
    return renewing
  },

  /** The service does not know the session any more: what is open stays, behind the lock. */
  end(): void {
    turn++
    tokens = undefined
    renewing = undefined
    state.locked = state.account !== undefined
  },

  /** Ends the session at the service at once; what is open here waits, unseen, for the same account. */
  lock(): void {
    const access = tokens?.access
    session.end()
    if (access) {
      void endThere(access)
    }
  },

  /** Ends it here and at the service, and forgets everything that was shown. */
  signOut(): void {
    session.lock()
    location.hash = '#/'
    location.reload()
  },

  may: (roles: readonly Role[]): boolean =>
    state.account?.roles.some((role) => roles.includes(role)) ?? false,
}

addEventListener('pagehide', () => {
  if (tokens) {
    layDown(tokens.refresh)
  }
})
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    sessionStorage.removeItem(KEY)
  }
})
