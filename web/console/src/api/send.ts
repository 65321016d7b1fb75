import { noteDate } from './clock'
import { Unreachable } from './problem'
import { preferences } from '@/preferences'

/** So long an answer may take to begin; a file that is sent has to arrive first. */
const ANSWER_MILLIS = 60_000
const FILE_MILLIS = 10 * ANSWER_MILLIS

function patienceWith(request: Request): number {
  const type = request.headers.get('Content-Type')
  return type === null || type.includes('json') ? ANSWER_MILLIS : FILE_MILLIS
}

/** Sends it in the person's language. Once the answer has begun it may take as long as it does. */
export async function send(request: Request, token?: string): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('Accept-Language', preferences.language)
  if (token) {
    headers.set('Authorization', `Bearer ${token}`)
  }
  const late = new AbortController()
  const clock = setTimeout(() => late.abort(), patienceWith(request))
  const signal = AbortSignal.any([request.signal, late.signal])
  try {
    const response = await fetch(
      new Request(request, { headers, signal, cache: 'no-store', credentials: 'omit' }),
    )
    noteDate(response)
    return response
  } catch (failure) {
    if (request.signal.aborted) {
      throw failure
    }
    throw new Unreachable('no answer')
  } finally {
    clearTimeout(clock)
  }
}
