import type { Schema } from '@/api/client'

type Listed = Schema['ListedVenue']

/** A venue that somebody chose; where it is, as far as that is known. */
export type Chosen = Pick<Listed, 'id' | 'name'> & Partial<Pick<Listed, 'type' | 'communityCode' | 'address'>>
