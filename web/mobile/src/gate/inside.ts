import { reactive } from 'vue'
import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { useForm } from '@/state/form'
import { newId } from '@/state/ids'
import { tidyIdNumber } from './id-number'

export type PersonInside = components['schemas']['PersonInside']

const DIGITS = /^\d{6,17}[\dX]?$/

/** What was typed as a name or as an ID number; never in an address. */
export function searchOf(typed: string): { name: string } | { idNumber: string } {
  const number = tidyIdNumber(typed)
  return DIGITS.test(number) ? { idNumber: number } : { name: typed.trim() }
}

/** Looking for somebody inside, and marking people as left. */
export function useInside(venueId: () => string, leftOne: (person: PersonInside) => void) {
  const form = useForm({ text: '', name: '', idNumber: '' })
  const state = reactive({
    found: undefined as PersonInside[] | undefined,
    /** Of whom it is asked whether they have really left. */
    asked: '',
    left: '',
  })
  let scanId = ''

  return {
    form,
    state,

    async search(): Promise<void> {
      if (form.values.text.trim() === '') {
        state.found = undefined
        return
      }
      await form.send(async ({ text }) => {
        const path = { id: venueId() }
        const body = searchOf(text)
        state.found = (await api.post('/api/v1/venues/{id}/occupancy/search', { path, body })).people
      })
    },

    showAll(): void {
      form.values.text = ''
      state.found = undefined
    },

    ask(person: PersonInside): void {
      state.asked = person.personRef
      state.left = ''
      scanId = newId()
    },

    markLeft: (person: PersonInside) =>
      api.post('/api/v1/venues/{id}/occupancy/{personRef}/departure', {
        path: { id: venueId(), personRef: person.personRef },
        body: { scanId },
      }),

    left(person: PersonInside): void {
      state.asked = ''
      state.left = person.maskedName
      state.found = state.found?.filter((other) => other.personRef !== person.personRef)
      leftOne(person)
    },
  }
}

export type Inside = ReturnType<typeof useInside>
