import { Problem, SignInNeeded, Unreachable } from './problem'
import { platform } from '@/platform'
import { preferences } from '@/state/preferences'

const TIMEOUT_MILLIS = 15_000
const UNAUTHORISED = 401

/** What an answer is read as. */
export type Answer = 'json' | 'bytes'

interface Request {
  verb: string
  url: string
  body?: unknown
  token?: string
  idempotencyKey?: string
  as: Answer
}

function header(headers: Record<string, string>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
}

function readText(data: unknown): unknown {
  if (!(data instanceof ArrayBuffer)) {
    return data
  }
  try {
    return JSON.parse(decodeURIComponent(Array.from(new Uint8Array(data), hexadecimal).join('')))
  } catch {
    return undefined
  }
}

function hexadecimal(byte: number): string {
  return '%' + byte.toString(16).padStart(2, '0')
}

function isProblem(data: unknown): data is ConstructorParameters<typeof Problem>[1] {
  return typeof data === 'object' && data !== null && 'code' in data && 'title' in data
}

/** One request. Fails with `Problem`, `Unreachable`, or `SignInNeeded` when the token was not taken. */
export function request<T>({ verb, url, body, token, idempotencyKey, as }: Request): Promise<T> {
  return new Promise((resolve, reject) =>
    uni.request({
      method: verb.toUpperCase() as 'GET',
      url: platform.origin + url,
      data: body as object,
      timeout: TIMEOUT_MILLIS,
      responseType: as === 'bytes' ? 'arraybuffer' : 'text',
      header: {
        'Accept-Language': preferences.language,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      success: ({ statusCode, data, header: headers }) => {
        if (statusCode < 300) {
          resolve(data as T)
          return
        }
        const answer = readText(data)
        if (statusCode === UNAUTHORISED && token) {
          reject(new SignInNeeded())
        } else if (isProblem(answer)) {
          const seconds = Number(header(headers, 'retry-after'))
          reject(new Problem(statusCode, answer, Number.isFinite(seconds) ? seconds : undefined))
        } else {
          reject(new Unreachable(`status ${statusCode}`))
        }
      },
      fail: ({ errMsg }) => reject(new Unreachable(errMsg)),
    }),
  )
}
