import type { components } from '@/api/schema'

type Schemas = components['schemas']

export type Venue = Schemas['Venue']
export type VenueBody = components['requestBodies']['Venue']['content']['application/json']
export type Poster = Schemas['Poster']
export type Manager = Schemas['Manager']
export type Inspection = Schemas['Inspection']
export type RosterEntry = Schemas['RosterEntry']
export type SubVenue = Schemas['SubVenue']
export type Division = Schemas['Division']

/** Whether the applicant may still change and delete it. */
export function isUndecided({ status, myRole }: Venue): boolean {
  return status !== 'APPROVED' && myRole === 'APPLICANT'
}
