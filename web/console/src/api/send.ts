import { Unreachable } from './problem'
import { preferences } from '@/preferences'

const TIMEOUT_MILLIS = 60_000

/** Sends it in the person's language. Whoever sends many, or waits for long, gives a signal of their own. */
export async function send(request: Request, token?: string): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('Accept-Language', preferences.language)
  if (token) {
    headers.set('Authorization', `Bearer ${token}`)
  }
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MILLIS)])
  try {
    return await fetch(new Request(request, { headers, signal, cache: 'no-store', credentials: 'omit' }))
  } catch (failure) {
    if (request.signal.aborted) {
      throw failure
    }
    throw new Unreachable('no answer')
  }
}
