import { api } from '@/api/client'
import { relationName } from './relations'

/** How the family members are called who are looked after now, by their ids. Empty when unknown. */
export async function familyNames(): Promise<Map<string, string>> {
  try {
    const { items } = await api.get('/api/v1/me/family')
    return new Map(
      items.map(({ id, relation, maskedName }) => [id, `${relationName(relation)} ${maskedName}`]),
    )
  } catch {
    return new Map()
  }
}
