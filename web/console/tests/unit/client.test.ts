import { beforeEach, describe, expect, it, vi } from 'vitest'
import { problem, serve, type Service } from './service'

let service: Service
let client: typeof import('@/api/client')
let problems: typeof import('@/api/problem')
let session: (typeof import('@/session/session'))['session']

beforeEach(async () => {
  vi.resetModules()
  service = serve()
  client = await import('@/api/client')
  problems = await import('@/api/problem')
  session = (await import('@/session/session')).session
  await session.signIn('tracer', 'secret')
})

const types = () => client.ask(client.api.GET('/api/v1/venue-types'))

describe('the client', () => {
  it('should send the token and the language', async () => {
    let headers = new Headers()
    service.answer('/venue-types', (request) => {
      headers = request.headers
      return Response.json({ items: [] })
    })
    expect(await types()).toEqual({ items: [] })
    expect(headers.get('Authorization')).toBe('Bearer access-token-1')
    expect(headers.get('Accept-Language')).toBe('en')
  })

  it('should send the same again, body and all, when the token was not taken any more', async () => {
    const bodies: unknown[] = []
    service.answer('/cases', async (request) => {
      bodies.push(await request.json())
      return bodies.length === 1 ? problem(401, 'UNAUTHENTICATED') : Response.json({ id: '1' })
    })
    const body = { idNumber: '1', reference: 'r', purpose: 'p' }
    await client.ask(client.api.POST('/api/v1/cases', { body }))
    expect(bodies).toEqual([body, body])
    expect(service.calls('/sessions/refresh')).toBe(1)
  })

  it('should lock when even a fresh token is not taken', async () => {
    service.answer('/venue-types', () => problem(401, 'UNAUTHENTICATED'))
    await expect(types()).rejects.toBeInstanceOf(problems.SignInNeeded)
    expect(session.state.locked).toBe(true)
  })

  it('should tell what the service said, with the id by which its log knows it', async () => {
    service.answer('/venue-types', () =>
      problem(422, 'INVALID_VALUE', [{ field: 'name', message: 'too long' }]),
    )
    const failure = await types().catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ status: 422, code: 'INVALID_VALUE', requestId: 'request-1' })
    expect((failure as InstanceType<typeof problems.Problem>).fields.get('name')).toBe('too long')
  })

  it('should tell when no answer came', async () => {
    service.answer('/venue-types', () => Promise.reject(new TypeError('network')))
    await expect(types()).rejects.toBeInstanceOf(problems.Unreachable)
  })
})
