import { api } from '@/api/client'
import type { components } from '@/api/schema'

/** An order that concerns the person, a family member of theirs, or a venue of theirs. */
export type Order = components['schemas']['MyControlOrder']

/** How many orders are in force, as far as the first part of the list tells. */
export async function countActive(): Promise<number> {
  const { items } = await api.get('/api/v1/me/control-orders')
  return items.filter(({ state }) => state === 'ACTIVE').length
}
