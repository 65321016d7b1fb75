import type { Poster, Venue } from './types'

/** How a poster stands at a time. */
export type PosterState = 'valid' | 'ending' | 'revoked'

export function stateOf({ revokedAt }: Poster, now: number): PosterState {
  if (revokedAt === null) {
    return 'valid'
  }
  return Date.parse(revokedAt) > now ? 'ending' : 'revoked'
}

/** Those that work: entries first, the oldest first; what is being replaced after the others. */
export function working(posters: Poster[], now: number): Poster[] {
  const rank = (poster: Poster) =>
    (poster.direction === 'IN' ? 0 : 1) + (stateOf(poster, now) === 'ending' ? 2 : 0)
  return posters
    .filter((poster) => stateOf(poster, now) !== 'revoked')
    .sort((one, other) => rank(one) - rank(other) || Date.parse(one.issuedAt) - Date.parse(other.issuedAt))
}

export function revoked(posters: Poster[], now: number): Poster[] {
  return posters
    .filter((poster) => stateOf(poster, now) === 'revoked')
    .sort((one, other) => Date.parse(other.revokedAt ?? '') - Date.parse(one.revokedAt ?? ''))
}

/** The first of each direction, whose pictures are shown at once. */
export function firstOfEach(posters: Poster[]): Set<string> {
  const directions = ['IN', 'OUT'] as const
  return new Set(
    directions.flatMap((direction) => posters.find((poster) => poster.direction === direction)?.id ?? []),
  )
}

/** A name for its file, of characters that every file system takes. */
export function fileName({ name }: Venue, { direction, label }: Poster, ending: string): string {
  const words = [name, direction === 'IN' ? '入' : '出', label ?? ''].filter((word) => word !== '')
  return `${words.join('-').replace(/[\\/:*?"<>|\s\u0000-\u001f]+/g, '_')}.${ending}`
}
