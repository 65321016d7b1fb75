import { api, ask, type Schema } from '@/api/client'

export type Duplicate = Schema['Duplicate']
export type SurveyMatch = Schema['SurveyMatch']

/** What is known beside an application, by which a reviewer judges it. */
export interface Beside {
  /** Other venues that may be the same. */
  duplicates: Duplicate[]
  /** The surveyed place that it is. */
  linked: Schema['SurveyPlace'] | null
  /** Surveyed places that it may be. */
  offers: SurveyMatch[]
}

async function fetchBeside(id: string): Promise<Beside> {
  const params = { path: { id } }
  const [{ items }, survey] = await Promise.all([
    ask(api.GET('/api/v1/venues/{id}/duplicates', { params })),
    ask(api.GET('/api/v1/venues/{id}/survey-places', { params })),
  ])
  return { duplicates: items, ...survey }
}

/** So many are remembered; what was looked at long ago is asked again. */
const KEPT = 20

/** Remembers what was fetched ahead, so that the next application is whole when it is looked at. */
export function fetchedAhead<T>(fetch: (id: string) => Promise<T>) {
  const known = new Map<string, Promise<T>>()
  return {
    of(id: string): Promise<T> {
      const there = known.get(id)
      if (there) {
        return there
      }
      const coming = fetch(id)
      known.set(id, coming)
      // What failed is asked again when it is looked at.
      coming.catch(() => known.delete(id))
      const eldest = known.keys().next()
      if (known.size > KEPT && !eldest.done) {
        known.delete(eldest.value)
      }
      return coming
    },
    forget: (id: string) => known.delete(id),
  }
}

export const beside = fetchedAhead(fetchBeside)

/** Whether somebody should look at it before it is approved together with others. */
export const doubtful = ({ duplicates, linked, offers }: Beside): boolean =>
  duplicates.length > 0 || (linked === null && offers.length === 0)
