import { inject, provide, ref, shallowReactive, shallowRef, type InjectionKey, type Ref } from 'vue'
import type { Contact, Graph } from './types'

/** What is chosen on a case's page; it stands in the address. */
export const FIRST = {
  tab: 'overview',
  person: '',
  ring: '',
  grade: '',
  minutes: '',
  staff: '',
  calls: '',
  revision: '',
  assignee: '',
  venue: '',
}

export type CaseFilters = Record<keyof typeof FIRST, string>

/** What the parts of a case's page have in common. */
export interface CaseDesk {
  id: string
  filters: CaseFilters
  /** Contacts that a list has shown, by their reference. */
  known: Map<string, Contact>
  /** The graph, once somebody asked for it. */
  graph: Ref<Graph | undefined>
  /** Grows when something was done for a contact. */
  worked: Ref<number>
  /** Fetches the case again: it was traced anew, or its team is another. */
  renew: () => Promise<void>
}

const KEY: InjectionKey<CaseDesk> = Symbol('case')

export function provideCaseDesk(desk: Pick<CaseDesk, 'id' | 'filters' | 'renew'>): CaseDesk {
  const whole: CaseDesk = {
    ...desk,
    known: shallowReactive(new Map()),
    graph: shallowRef(),
    worked: ref(0),
  }
  provide(KEY, whole)
  return whole
}

export function useCaseDesk(): CaseDesk {
  const desk = inject(KEY)
  if (!desk) {
    throw new Error('outside the page of a case')
  }
  return desk
}
