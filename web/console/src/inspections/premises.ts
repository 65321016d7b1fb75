import type { LocationQuery } from 'vue-router'
import { api, ask } from '@/api/client'

/** What is to be inspected: a venue, or a surveyed place without one. */
export interface GivenPremises {
  venueId?: string
  placeId?: string
  name: string
}

type Named = { venueId?: string | null; placeId?: string | null; name: string }

const text = (value: LocationQuery[string] | undefined) => (typeof value === 'string' ? value : undefined)

const given = ({ venueId, placeId, name }: Named): GivenPremises | undefined =>
  venueId ? { venueId, name } : placeId ? { placeId, name } : undefined

async function inPlan(plan: string, id: string): Promise<GivenPremises | undefined> {
  const { items } = await ask(api.GET('/api/v1/inspection-plans/{id}', { params: { path: { id: plan } } }))
  const planned = items?.find(({ venueId, placeId }) => venueId === id || placeId === id)
  return planned && given(planned)
}

async function ofBlindSpot(id: string): Promise<GivenPremises | undefined> {
  return given(await ask(api.GET('/api/v1/blind-spots/{id}', { params: { path: { id } } })))
}

/** A link to the inspection of a listed place. Its name goes beside the address, not in it. */
export const toInspect = ({
  id,
  venueId,
  name,
}: {
  id: string
  venueId?: string | null
  name: string
}): { path: string; query: Record<string, string>; state: { premises: { id: string; name: string } } } => ({
  path: '/inspections/new',
  query: (venueId ? { venue: venueId } : { place: id }) as Record<string, string>,
  state: { premises: { id: venueId ?? id, name } },
})

function handedOver(state: unknown, id: string): string | undefined {
  const { premises } = (state ?? {}) as { premises?: { id?: unknown; name?: unknown } }
  return premises?.id === id && typeof premises.name === 'string' ? premises.name : undefined
}

/**
 * By an address with `blindSpot`, or with `venue` or `place`, whose name stands in the `plan` or was handed
 * over with the link. An address never names anything: it can be written by anybody.
 */
export async function premisesOf(query: LocationQuery, state: unknown): Promise<GivenPremises | undefined> {
  const [spot, venueId, placeId, plan] = [
    text(query.blindSpot),
    text(query.venue),
    text(query.place),
    text(query.plan),
  ]
  if (spot) {
    return ofBlindSpot(spot).catch(() => undefined)
  }
  const id = venueId ?? placeId
  if (!id) {
    return undefined
  }
  const name = handedOver(state, id)
  return name !== undefined
    ? given({ venueId, placeId, name })
    : plan
      ? inPlan(plan, id).catch(() => undefined)
      : undefined
}
