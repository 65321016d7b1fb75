import createClient from 'openapi-fetch'
import { failureOf, SignInNeeded } from './problem'
import type { components, paths } from './schema'
import { send } from './send'
import { session } from '@/session/session'

export type Schema = components['schemas']

const UNAUTHORISED = 401

/** Sends with the session's token, once more with a fresh one when it is not taken any more. */
async function authorised(request: Request): Promise<Response> {
  const again = request.clone()
  const token = await session.token()
  let response = await send(request, token)
  if (response.status === UNAUTHORISED) {
    response = await send(again, await session.renewed(token))
    if (response.status === UNAUTHORISED) {
      session.end()
      throw new SignInNeeded()
    }
  }
  if (!response.ok) {
    throw await failureOf(response)
  }
  return response
}

/** The service's API by its own document. Fails with `Problem`, `Unreachable` or `SignInNeeded`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: authorised })

/** What was answered; a failure is thrown. */
export async function ask<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T
}

/** A part of a list, and where the next one begins. */
export interface Part<T> {
  items: T[]
  next: string | null
}
