import { reactive, readonly } from 'vue'
import { mayPass, Problem, SignInNeeded } from '@/api/problem'
import { request } from '@/api/request'
import type { components } from '@/api/schema'
import { platform } from '@/platform'

type Signed = components['responses']['Session']['content']['application/json']

interface Tokens {
  access: string
  refresh: string
  /** When the access token is not to be used any more, in milliseconds since 1970. */
  until: number
  realNamed: boolean
  accountId: string
}

const KEY = 'session'
const EARLY_MILLIS = 30_000

function stored(): Tokens | undefined {
  try {
    return JSON.parse(uni.getStorageSync(KEY) || 'null') ?? undefined
  } catch {
    return undefined
  }
}

const state = reactive({
  signedIn: stored() !== undefined,
  realNamed: stored()?.realNamed ?? false,
  /** Whose session it is; empty if nobody's. */
  accountId: stored()?.accountId ?? '',
})

function take(signed: Signed): Tokens {
  const tokens = {
    access: signed.accessToken,
    refresh: signed.refreshToken,
    until: Date.now() + signed.expiresIn * 1000 - EARLY_MILLIS,
    realNamed: signed.account.realNamed,
    accountId: signed.account.id,
  }
  uni.setStorageSync(KEY, JSON.stringify(tokens))
  state.signedIn = true
  state.realNamed = tokens.realNamed
  state.accountId = tokens.accountId
  return tokens
}

function end(): void {
  uni.removeStorageSync(KEY)
  state.signedIn = false
  state.realNamed = false
  state.accountId = ''
}

async function signIn(url: string, body: object): Promise<void> {
  take(await request<Signed>({ verb: 'post', url, body, as: 'json' }))
}

async function renew(refresh: string): Promise<string> {
  try {
    const body = { refreshToken: refresh }
    return take(await request<Signed>({ verb: 'post', url: '/api/v1/sessions/refresh', body, as: 'json' }))
      .access
  } catch (failure) {
    if (failure instanceof Problem && !mayPass(failure)) {
      end()
      throw new SignInNeeded()
    }
    throw failure
  }
}

/** Who uses this device, as the service knows them. Pages of one browser share it. */
export const session = {
  state: readonly(state),

  /** A token that is good for a while; fails with `SignInNeeded`. */
  async token(): Promise<string> {
    const tokens = stored()
    if (tokens === undefined) {
      end()
      throw new SignInNeeded()
    }
    // Another page of this browser may have signed in somebody else.
    state.accountId = tokens.accountId ?? ''
    return Date.now() < tokens.until ? tokens.access : session.renewed(tokens.access)
  },

  /** Another token than that one. A refresh token works once, so only one page may use it. */
  renewed(used: string): Promise<string> {
    return platform.alone('session', () => {
      const tokens = stored()
      if (tokens === undefined) {
        end()
        throw new SignInNeeded()
      }
      return tokens.access === used ? renew(tokens.refresh) : Promise.resolve(tokens.access)
    })
  },

  signInByPhone: (phone: string, code: string) =>
    signIn('/api/v1/sessions/phone/verification', { phone, code }),

  signInWithWeChat: (code: string) => signIn('/api/v1/sessions/wechat', { code }),

  /** The real name is registered now. */
  named(): void {
    const tokens = stored()
    if (tokens) {
      uni.setStorageSync(KEY, JSON.stringify({ ...tokens, realNamed: true }))
    }
    state.realNamed = true
  },

  /** Ends it here, and at the service if that can be reached: with a token that it still takes. */
  signOut: () =>
    platform.alone('session', async () => {
      const tokens = stored()
      try {
        if (tokens) {
          const token = Date.now() < tokens.until ? tokens.access : await renew(tokens.refresh)
          await request({ verb: 'delete', url: '/api/v1/sessions/current', token, as: 'json' })
        }
      } catch {
        // Here it ends all the same; there it ends by itself.
      }
      end()
    }),
}
