import type { LocationQuery } from 'vue-router'
import { say } from './texts'
import { api, ask } from '@/api/client'

/** What is to be inspected: a venue, or a surveyed place without one. */
export interface GivenPremises {
  venueId?: string
  placeId?: string
  name: string
}

const text = (value: LocationQuery[string] | undefined) => (typeof value === 'string' ? value : undefined)

async function nameInPlan(plan: string, id: string): Promise<string | undefined> {
  const { items } = await ask(api.GET('/api/v1/inspection-plans/{id}', { params: { path: { id: plan } } }))
  return items?.find(({ venueId, placeId }) => venueId === id || placeId === id)?.name
}

/** By an address with `venue` or `place`, and `plan` or `name` that tell what it is called. */
export async function premisesOf(query: LocationQuery): Promise<GivenPremises | undefined> {
  const [venueId, placeId, plan] = [text(query.venue), text(query.place), text(query.plan)]
  const id = venueId ?? placeId
  if (!id) {
    return undefined
  }
  const name =
    text(query.name) ??
    (plan ? await nameInPlan(plan, id).catch(() => undefined) : undefined) ??
    say('unnamed', { id })
  return venueId ? { venueId, name } : { placeId: id, name }
}
