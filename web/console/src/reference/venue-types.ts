import { shallowRef } from 'vue'
import { api, ask, type Schema } from '@/api/client'
import { session } from '@/session/session'

export type VenueType = Schema['VenueType']

const all = shallowRef<VenueType[]>([])
let loading: Promise<void> | undefined

async function load(): Promise<void> {
  try {
    all.value = (await ask(api.GET('/api/v1/venue-types'))).items
  } catch {
    loading = undefined
  }
}

/** The types of venues, fetched once and kept while the page is. */
export const venueTypes = {
  need(): Promise<void> {
    loading ??= load()
    return loading
  },

  forget(): Promise<void> {
    loading = undefined
    return venueTypes.need()
  },

  nameOf: (code: string | null | undefined): string =>
    code ? (all.value.find((type) => type.code === code)?.name ?? code) : '',

  all: (): VenueType[] => all.value,

  /** What the signed-in account works for. */
  own(): VenueType[] {
    const codes = session.state.account?.venueTypes
    return codes ? all.value.filter(({ code }) => codes.includes(code)) : all.value
  },
}
