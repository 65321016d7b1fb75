import type { Contact, Graph } from './types'

/** Where and when somebody met who may have infected them. */
export interface Meeting {
  venue: string
  from: string
  to: string
  minutes: number
  grade: Contact['grade']
  /** The contact of the first ring; absent for the person under investigation. */
  via?: { personRef: string; name: string }
  /** Whether it was the very same venue; absent where that is not known. */
  nearby?: boolean
}

/** By the list of contacts; others of it tell the name of whom a second ring met. */
export function meetingsOf({ overlaps }: Contact, known: ReadonlyMap<string, Contact>): Meeting[] {
  return overlaps.map(({ venue, from, to, minutes, grade, via, nearby }) => ({
    venue: venue.name,
    from,
    to,
    minutes,
    grade,
    nearby,
    ...(via ? { via: { personRef: via, name: known.get(via)?.name ?? '' } } : {}),
  }))
}

/** By the graph, whose names are masked. */
export function meetingsIn({ nodes, edges }: Graph, personRef: string): Meeting[] {
  const named = new Map(nodes.map((node) => [node.personRef, node]))
  return edges
    .filter(({ to }) => to === personRef)
    .map(({ venue, since, until, minutes, grade, from }) => {
      const source = named.get(from)
      return {
        venue: venue.name,
        from: since,
        to: until,
        minutes,
        grade,
        ...(source && source.ring > 0 ? { via: { personRef: from, name: source.label } } : {}),
      }
    })
}
