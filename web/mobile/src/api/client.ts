import { SignInNeeded } from './problem'
import { request, type Answer } from './request'
import type { paths } from './schema'
import { session } from '@/state/session'
import type {
  HttpMethod,
  IsOperationRequestBodyOptional,
  MediaType,
  OperationRequestBodyContent,
  PathsWithMethod,
  SuccessResponse,
} from 'openapi-typescript-helpers'

type Verb = Extract<HttpMethod, 'get' | 'post' | 'put' | 'delete'>
type Operation<V extends Verb, P extends keyof paths> = paths[P] extends Record<V, infer O> ? O : never
type Success<O> = O extends { responses: infer Answers extends Record<number, unknown> }
  ? SuccessResponse<Answers, MediaType>
  : never
type Parameters<O, Place extends string> = O extends { parameters: Record<Place, infer Values> }
  ? Values
  : never
type Query<O> = O extends { parameters: { query?: infer Values } } ? Values : never

type Options<O> = ([Parameters<O, 'path'>] extends [never]
  ? { path?: never }
  : { path: Parameters<O, 'path'> }) &
  ([OperationRequestBodyContent<O>] extends [never]
    ? { body?: never }
    : IsOperationRequestBodyOptional<O> extends true
      ? { body?: OperationRequestBodyContent<O> }
      : { body: OperationRequestBodyContent<O> }) & {
    query?: Query<O>
    /** Makes a creation that is sent twice happen once. */
    idempotencyKey?: string
    /** For what anybody may ask. */
    withoutToken?: boolean
  }

type Arguments<O> = Record<string, never> extends Options<O> ? [options?: Options<O>] : [options: Options<O>]

interface Plain {
  path?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  idempotencyKey?: string
  withoutToken?: boolean
}

/** The address with its parameters filled in. */
export function address(path: string, parameters: Record<string, string> = {}, query: object = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''))
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
}

async function send<T>(verb: Verb, path: string, options: Plain, as: Answer): Promise<T> {
  const url = address(path, options.path, options.query)
  const once = (token?: string) =>
    request<T>({ verb, url, body: options.body, token, idempotencyKey: options.idempotencyKey, as })
  if (options.withoutToken) {
    return once()
  }
  const token = await session.token()
  try {
    return await once(token)
  } catch (failure) {
    if (!(failure instanceof SignInNeeded)) {
      throw failure
    }
  }
  return once(await session.renewed(token))
}

function method<V extends Verb>(verb: V) {
  return <P extends PathsWithMethod<paths, V>>(
    path: P,
    ...[options]: Arguments<Operation<V, P>>
  ): Promise<Success<Operation<V, P>>> => send(verb, path as string, (options ?? {}) as Plain, 'json')
}

/**
 * The service's API, typed by its own description. Fails with `Problem`, `Unreachable` or
 * `SignInNeeded`.
 */
export const api = {
  get: method('get'),
  post: method('post'),
  put: method('put'),
  delete: method('delete'),

  /** A picture or a document. */
  fetch: <P extends PathsWithMethod<paths, 'get'>>(
    path: P,
    options: { path?: Record<string, string>; query?: Record<string, string> },
  ): Promise<ArrayBuffer> => send('get', path as string, options, 'bytes'),
}
