import { api } from '@/api/client'
import type { Picture } from './pass'

/** A PNG as an address that pages can show. */
export function asSource(picture: ArrayBuffer): string {
  return `data:image/png;base64,${uni.arrayBufferToBase64(picture)}`
}

/**
 * A fresh code of the caller, or of the family member with that id. The picture is made after the
 * code whose end is known, and is good no shorter.
 */
export async function drawPass(member: string): Promise<Picture> {
  if (member === '') {
    const { expiresAt } = await api.get('/api/v1/me/pass-code')
    return { expiresAt, source: asSource(await api.fetch('/api/v1/me/pass-code/image', {})) }
  }
  const path = { id: member }
  const { expiresAt } = await api.get('/api/v1/me/family/{id}/pass-code', { path })
  return { expiresAt, source: asSource(await api.fetch('/api/v1/me/family/{id}/pass-code/image', { path })) }
}
