import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import { nameOf } from './divisions'
import type { Inspection, Manager, Poster, SubVenue, Venue } from './types'

/** A venue with what the caller may see of it. */
export interface VenueView {
  venue: Venue
  typeName: string
  communityName: string
  posters: Poster[]
  inspections: Inspection[]
  /** For the applicant. */
  managers: Manager[]
  parts: SubVenue[]
  /** Why a manager sees nothing yet. */
  notYet: string
}

async function forManagers(path: { id: string }) {
  const [posters, inspections] = await Promise.all([
    api.get('/api/v1/venues/{id}/posters', { path }),
    api.get('/api/v1/venues/{id}/inspections', { path, query: { limit: 20 } }),
  ])
  return { posters: posters.items, inspections: inspections.items }
}

async function forApplicant(path: { id: string }) {
  const [managers, parts] = await Promise.all([
    api.get('/api/v1/venues/{id}/managers', { path }),
    api.get('/api/v1/venues/{id}/children', { path }),
  ])
  return { managers: managers.items, parts: parts.items }
}

export async function viewVenue(id: string): Promise<VenueView> {
  const path = { id }
  const [venue, types] = await Promise.all([
    api.get('/api/v1/venues/{id}', { path }),
    api.get('/api/v1/venue-types'),
  ])
  const view: VenueView = {
    venue,
    typeName: types.items.find(({ code }) => code === venue.type)?.name ?? venue.type,
    communityName: venue.communityCode,
    posters: [],
    inspections: [],
    managers: [],
    parts: [],
    notYet: '',
  }
  const named = nameOf(venue.communityCode).then(
    (communityName) => ({ communityName }),
    () => ({}),
  )
  if (venue.status !== 'APPROVED') {
    return Object.assign(view, await named)
  }
  try {
    const more = venue.myRole === 'APPLICANT' ? forApplicant(path) : {}
    return Object.assign(view, ...(await Promise.all<object>([named, forManagers(path), more])))
  } catch (failure) {
    if (failure instanceof Problem && failure.code === 'MANAGER_NOT_ACTIVE') {
      return Object.assign(view, await named, { notYet: failure.message })
    }
    throw failure
  }
}
