import { vi } from 'vitest'

type Answer = (request: Request) => Response | Promise<Response>

export const signedIn = {
  id: 'staff-1',
  username: 'tracer',
  roles: ['TRACER'],
  divisionCode: '659002000000',
  venueTypes: null,
  enabled: true,
  temporaryPassword: false,
  secondFactor: false,
  addedAt: '2026-11-29T00:00:00.000Z',
}

export function problem(
  status: number,
  code: string,
  errors?: { field: string; message: string }[],
): Response {
  return Response.json(
    { type: `urn:venuepass:problem:${code}`, title: code, status, detail: `detail of ${code}`, code, errors },
    { status, headers: { 'X-Request-Id': 'request-1' } },
  )
}

/** A service that takes every account; what it answers can be changed by the end of the address. */
export interface Service {
  answer: (path: string, answer: Answer) => void
  /** How often that was asked, by the end of the address, or by method and that. */
  calls: (path: string) => number
  /** What it gives to whoever signs in. */
  tokens: () => Response
}

export function serve(): Service {
  let issued = 0
  const calls: string[] = []
  const tokens = () => {
    issued++
    return Response.json({
      accessToken: `access-token-${issued}`,
      refreshToken: `refresh-token-${issued}`,
      expiresIn: 900,
      account: { id: signedIn.id, realNamed: false, roles: signedIn.roles },
    })
  }
  const answers: Record<string, Answer> = {
    '/sessions/staff': tokens,
    '/sessions/refresh': tokens,
    '/sessions/current': () => new Response(null, { status: 204 }),
    '/staff/me': () => Response.json(signedIn),
  }
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    calls.push(`${request.method} ${path}`)
    const answer = answers[path]
    if (!answer) {
      throw new TypeError(`nobody answers ${path}`)
    }
    return answer(request)
  })
  return {
    tokens,
    answer: (path, answer) => (answers[path] = answer),
    calls: (path) => calls.filter((call) => call.endsWith(path)).length,
  }
}
