import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import { newId } from '@/state/ids'
import type { Venue, VenueBody } from './types'

/** What an applicant fills in: the notice's six fields, and what a venue may add. */
export interface Application {
  name: string
  type: string
  contactName: string
  contactPhone: string
  communityCode: string
  address: string
  tracksExits: boolean
  capacity: string
  socialCreditCode: string
  parentVenueId: string
}

/** The fields that stand behind “more”. */
export const FURTHER = ['tracksExits', 'capacity', 'socialCreditCode', 'parentVenueId'] as const

/** The notice's fields that are empty. */
export function missing(typed: Application): (keyof Application)[] {
  const asked = ['name', 'type', 'contactName', 'contactPhone', 'communityCode', 'address'] as const
  return asked.filter((field) => typed[field].trim() === '')
}

export const emptyApplication = (): Application => ({
  name: '',
  type: '',
  contactName: '',
  contactPhone: '',
  communityCode: '',
  address: '',
  tracksExits: false,
  capacity: '',
  socialCreditCode: '',
  parentVenueId: '',
})

export function applicationOf(venue: Venue): Application {
  return {
    name: venue.name,
    type: venue.type,
    contactName: venue.contactName,
    contactPhone: venue.contactPhone,
    communityCode: venue.communityCode,
    address: venue.address,
    tracksExits: venue.tracksExits,
    capacity: venue.capacity === null ? '' : String(venue.capacity),
    socialCreditCode: venue.socialCreditCode ?? '',
    parentVenueId: venue.parentVenueId ?? '',
  }
}

/** Full-width digits too, as Chinese keyboards type them. */
function number(typed: string): string {
  return typed.normalize('NFKC').trim()
}

export function isWholeNumberOrEmpty(typed: string): boolean {
  return /^\d{0,9}$/.test(number(typed))
}

export function bodyOf(typed: Application): VenueBody {
  return {
    name: typed.name.trim(),
    type: typed.type,
    contactName: typed.contactName.trim(),
    contactPhone: typed.contactPhone.trim(),
    communityCode: typed.communityCode,
    address: typed.address.trim(),
    tracksExits: typed.tracksExits,
    capacity: number(typed.capacity) === '' ? null : Number(number(typed.capacity)),
    socialCreditCode: typed.socialCreditCode.trim().toUpperCase() || null,
    parentVenueId: typed.parentVenueId.trim().toLowerCase() || null,
  }
}

/**
 * Sends an application once, however often it is tried. If an answer got lost, the application may
 * be there as it was then; what was changed since is corrected.
 */
export function applying(): (body: VenueBody) => Promise<void> {
  let key = newId()
  let first: string | undefined

  return async (body) => {
    const now = JSON.stringify(body)
    first ??= now
    try {
      const { id } = await api.post('/api/v1/venues', { body, idempotencyKey: key })
      if (first !== now) {
        await api.put('/api/v1/venues/{id}', { path: { id }, body })
      }
    } catch (failure) {
      if (failure instanceof Problem && failure.status < 500 && first === now) {
        first = undefined
        key = newId()
      }
      throw failure
    }
  }
}
