import type { components } from './schema'

type ProblemBody = components['schemas']['Problem']

/** The service understood and said no, by RFC 9457. Its words are in the language that was asked for. */
export class Problem extends Error {
  readonly code: ProblemBody['code']
  readonly fields: ReadonlyMap<string, string>

  constructor(
    readonly status: number,
    body: ProblemBody,
    readonly retryAfterSeconds?: number,
  ) {
    super(body.detail || body.title)
    this.code = body.code
    this.fields = new Map((body.errors ?? []).map(({ field, message }) => [field, message]))
  }
}

/** No answer came: there is no network, or the service is down. Whether the request arrived is unknown. */
export class Unreachable extends Error {}

const TOO_MANY_REQUESTS = 429
const SERVER_FAILED = 500

/** Whether the same may go well a little later. */
export function mayPass(failure: unknown): boolean {
  return (
    failure instanceof Unreachable ||
    (failure instanceof Problem && (failure.status >= SERVER_FAILED || failure.status === TOO_MANY_REQUESTS))
  )
}

/** Nobody is signed in, or not any more. */
export class SignInNeeded extends Error {}
