import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { problem, serve, signedIn, type Service } from './service'

let service: Service
let session: (typeof import('@/session/session'))['session']

beforeEach(async () => {
  vi.resetModules()
  sessionStorage.clear()
  service = serve()
  session = (await import('@/session/session')).session
})

/** Who works at the desk of the page that is come to now. */
async function comesBack() {
  vi.resetModules()
  const next = (await import('@/session/session')).session
  await next.resume()
  return next.state.account
}

// Each listens to the one page that all tests share.
afterEach(() => session.end())

describe('a session', () => {
  it('should keep its tokens out of every storage', async () => {
    await session.signIn('tracer', 'secret')
    expect(session.state.account?.username).toBe('tracer')
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('token')
  })

  it('should lie in the tab only while the page is loaded anew', async () => {
    await session.signIn('tracer', 'secret')
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))
    expect(Object.values({ ...sessionStorage })).toEqual([expect.stringContaining('refresh-token-1')])

    vi.resetModules()
    const anew = (await import('@/session/session')).session
    await anew.resume()
    expect(anew.state.known).toBe('yes')
    expect(anew.state.account?.username).toBe('tracer')
    expect(sessionStorage).toHaveLength(0)
    anew.end()
  })

  it('should end when the page was left for another, whoever comes back', async () => {
    await session.signIn('tracer', 'secret')
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'navigate' } as never])
    expect(await comesBack()).toBeUndefined()
    await vi.waitFor(() => expect(service.calls('DELETE /sessions/current')).toBe(1))
  })

  it('should end when the page was loaded anew too late', async () => {
    await session.signIn('tracer', 'secret')
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))
    const now = Date.now()
    vi.spyOn(Date, 'now').mockReturnValue(now + 60_000)
    expect(await comesBack()).toBeUndefined()
    expect(sessionStorage).toHaveLength(0)
  })

  it('should outlast a page that is loaded anew while the service is away', async () => {
    await session.signIn('tracer', 'secret')
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))
    vi.resetModules()
    const anew = (await import('@/session/session')).session
    service.answer('/sessions/refresh', () => Promise.reject(new TypeError('network')))
    await anew.resume()
    expect(anew.state.known).toBe('unreachable')
    service.answer('/sessions/refresh', () => service.tokens())
    await anew.resume()
    expect(anew.state.account?.username).toBe('tracer')
    anew.end()
  })

  it('should not come back by a renewal that was under way when the desk was locked', async () => {
    await session.signIn('tracer', 'secret')
    let arrive = (): void => undefined
    service.answer(
      '/sessions/refresh',
      () => new Promise<Response>((resolve) => (arrive = () => resolve(service.tokens()))),
    )
    const renewal = session.renewed(await session.token())
    await vi.waitFor(() => expect(service.calls('/sessions/refresh')).toBe(1))
    session.lock()
    arrive()
    await expect(renewal).rejects.toThrow()
    await expect(session.token()).rejects.toThrow()
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))
    expect(sessionStorage).toHaveLength(0)
    await vi.waitFor(() => expect(service.calls('DELETE /sessions/current')).toBe(2))
  })

  it('should not lie there when the desk was locked', async () => {
    await session.signIn('tracer', 'secret')
    session.lock()
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }))
    expect(sessionStorage).toHaveLength(0)
  })

  it('should renew an old token once for all who ask at once', async () => {
    await session.signIn('tracer', 'secret')
    const used = await session.token()
    const fresh = await Promise.all([session.renewed(used), session.renewed(used)])
    expect(fresh).toEqual(['access-token-2', 'access-token-2'])
    expect(service.calls('/sessions/refresh')).toBe(1)
    expect(await session.renewed(used)).toBe('access-token-2')
  })

  it('should end at the service, and wait behind the lock, when it is locked', async () => {
    await session.signIn('tracer', 'secret')
    session.lock()
    expect(session.state.locked).toBe(true)
    await vi.waitFor(() => expect(service.calls('DELETE /sessions/current')).toBe(1))
    await expect(session.token()).rejects.toThrow()

    await session.signIn('tracer', 'secret')
    expect(session.state.locked).toBe(false)
  })

  it('should be locked when the service ended it', async () => {
    await session.signIn('tracer', 'secret')
    service.answer('/sessions/refresh', () => problem(401, 'SESSION_ENDED'))
    await expect(session.renewed(await session.token())).rejects.toThrow()
    expect(session.state.locked).toBe(true)
  })

  it('should outlast a service that is away for a moment', async () => {
    await session.signIn('tracer', 'secret')
    service.answer('/sessions/refresh', () => problem(503, 'UNAVAILABLE'))
    await expect(session.renewed(await session.token())).rejects.toThrow()
    expect(session.state.locked).toBe(false)
  })

  it('should let nobody else behind a lock', async () => {
    await session.signIn('tracer', 'secret')
    session.lock()
    service.answer('/staff/me', () => Response.json({ ...signedIn, id: 'another', username: 'reviewer' }))
    const reload = vi.fn()
    vi.stubGlobal('location', { origin: location.origin, hash: '', reload })
    await session.signIn('reviewer', 'secret')
    expect(reload).toHaveBeenCalledOnce()
    expect(session.state.account?.username).toBe('tracer')
    expect(session.state.locked).toBe(true)
  })
})
