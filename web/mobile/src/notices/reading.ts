import { api } from '@/api/client'
import type { components } from '@/api/schema'

export type Notice = components['schemas']['Notification']

const noted = new Set<string>()

/** Tells the service which messages were shown. What fails is told the next time they are. */
export async function markRead(notices: readonly Notice[]): Promise<void> {
  const unread = notices.filter(({ id, readAt }) => readAt === null && !noted.has(id))
  for (const { id } of unread) {
    noted.add(id)
    try {
      await api.post('/api/v1/me/notifications/{id}/read', { path: { id } })
    } catch {
      noted.delete(id)
    }
  }
}

/** How many of the latest messages are unread, and whether there may be more. */
export interface Unread {
  count: number
  more: boolean
}

export async function countUnread(): Promise<Unread> {
  const { items, next } = await api.get('/api/v1/me/notifications')
  const count = items.filter(({ readAt }) => readAt === null).length
  return { count, more: next !== null && count === items.length }
}
