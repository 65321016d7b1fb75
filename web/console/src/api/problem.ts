import type { components } from './schema'

type ProblemBody = components['schemas']['Problem']

/** The service understood and said no, by RFC 9457. Its words are in the language that was asked for. */
export class Problem extends Error {
  readonly title: string
  readonly code: ProblemBody['code']
  readonly fields: ReadonlyMap<string, string>

  constructor(
    readonly status: number,
    body: ProblemBody,
    /** By which operators find it in the log. */
    readonly requestId?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(body.detail || body.title)
    this.title = body.title
    this.code = body.code
    this.fields = new Map((body.errors ?? []).map(({ field, message }) => [field, message]))
  }
}

/**
 * The same, each message behind what its field is called where people see it: of a table, the heading
 * of the column. What is no column is about the table as a whole, and stands alone.
 */
export function withColumns(failure: unknown, headingOf: (field: string) => string | undefined): unknown {
  if (!(failure instanceof Problem) || failure.fields.size === 0) {
    return failure
  }
  const { status, code, title, fields, requestId, retryAfterSeconds } = failure
  const errors = [...fields].map(([field, message]) => {
    const heading = headingOf(field)
    return { field, message: heading ? `${heading}：${message}` : message }
  })
  return new Problem(
    status,
    { type: '', title, detail: title, status, code, errors },
    requestId,
    retryAfterSeconds,
  )
}

/** No answer came: there is no network, or the service is down. Whether the request arrived is unknown. */
export class Unreachable extends Error {}

/** Nobody is signed in, or not any more. */
export class SignInNeeded extends Error {}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body
}

/** What an answer that is no success says. */
export async function failureOf(response: Response): Promise<Problem | Unreachable> {
  const body: unknown = await response.json().catch(() => undefined)
  if (!isProblem(body)) {
    return new Unreachable(`status ${response.status}`)
  }
  const seconds = Number(response.headers.get('Retry-After') ?? NaN)
  return new Problem(
    response.status,
    body,
    response.headers.get('X-Request-Id') ?? undefined,
    Number.isFinite(seconds) ? seconds : undefined,
  )
}
