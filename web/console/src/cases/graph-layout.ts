import type { Grade, Graph, GraphNode } from './types'

const FULL = 2 * Math.PI
/** Between two people beside each other. */
export const SPACING = 30
const FIRST_RADIUS = 140
/** A ring that needs more circles than that becomes wider. */
const MOST_CIRCLES = 4
const RING_GAP = 110
/** Between the circles that one ring is spread over. */
const CIRCLE_GAP = 34

const SURENESS: Record<Grade, number> = { POSSIBLE: 0, PROBABLE: 1, CERTAIN: 2 }

/** All meetings of two people as one line. */
export interface Line {
  from: string
  to: string
  minutes: number
  /** The surest of them. */
  grade: Grade
  venues: string[]
}

export interface Point {
  x: number
  y: number
}

/** Two people who met more than once are joined by one line. */
export function linesOf({ edges }: Pick<Graph, 'edges'>): Line[] {
  const lines = new Map<string, Line>()
  for (const { from, to, minutes, grade, venue } of edges) {
    const line = lines.get(`${from} ${to}`)
    if (line) {
      line.minutes += minutes
      line.grade = SURENESS[grade] > SURENESS[line.grade] ? grade : line.grade
      line.venues = line.venues.includes(venue.name) ? line.venues : [...line.venues, venue.name]
    } else {
      lines.set(`${from} ${to}`, { from, to, minutes, grade, venues: [venue.name] })
    }
  }
  return [...lines.values()]
}

/** The strongest lines to each person, so many at most: the surest first, then the longest. */
export function strongest(lines: Line[], most: number): Line[] {
  const drawn = new Map<string, number>()
  return [...lines]
    .sort((one, other) => SURENESS[other.grade] - SURENESS[one.grade] || other.minutes - one.minutes)
    .filter(({ to }) => {
      const count = (drawn.get(to) ?? 0) + 1
      drawn.set(to, count)
      return count <= most
    })
}

const radiusFor = (count: number, least: number): number =>
  Math.max(least, (count * SPACING) / (FULL * MOST_CIRCLES))

/** On how many circles a ring is spread so that nobody covers another. */
function circlesFor(count: number, radius: number): number {
  let circles = 1
  while ((FULL * radius * circles) / count < SPACING) {
    circles += 1
  }
  return circles
}

function spread(people: string[], angles: number[], radius: number, into: Map<string, Point>): number {
  const circles = circlesFor(people.length, radius)
  people.forEach((person, index) => {
    const distance = radius + (index % circles) * CIRCLE_GAP
    const angle = angles[index] ?? 0
    into.set(person, { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance })
  })
  return radius + (circles - 1) * CIRCLE_GAP
}

/** Whoever follows on the same circle does so after a whole round of the circles, also where the ring closes. */
function evenly(count: number, circles: number): number[] {
  const slots = Math.ceil(count / circles) * circles
  return Array.from({ length: count }, (_, index) => (index / slots) * FULL)
}

/** As near to where they would be as the room allows, in their order, at most once around. */
function apart(wanted: number[], circles: number, radius: number): number[] {
  const least = SPACING / radius / circles
  const start = wanted[0] ?? 0
  const end = start + FULL - least * circles
  if (wanted.length * least >= FULL - least * circles) {
    return evenly(wanted.length, circles).map((angle) => start + angle)
  }
  let behind = -Infinity
  const angles = wanted.map((angle) => (behind = Math.max(angle, behind + least)))
  // The last ones would stand on the first ones: push them back.
  let ahead = end + least
  return angles
    .map((_, index) => index)
    .reduceRight<number[]>((done, index) => {
      ahead = Math.min(angles[index] ?? 0, ahead - least)
      done[index] = ahead
      return done
    }, [])
}

/**
 * The index person in the middle, the first ring around by where they were met, the second outside
 * near those whom they met. It costs one pass, whatever the size, and is the same every time.
 */
export function placesOf(nodes: GraphNode[], lines: Line[]): Map<string, Point> {
  const places = new Map<string, Point>()
  const ringOf = (ring: number) => nodes.filter((node) => node.ring === ring)
  ringOf(0).forEach(({ personRef }) => places.set(personRef, { x: 0, y: 0 }))

  const to = new Map<string, Line[]>()
  for (const line of lines) {
    const others = to.get(line.to)
    if (others) {
      others.push(line)
    } else {
      to.set(line.to, [line])
    }
  }
  const venueOf = ({ personRef }: GraphNode): string => to.get(personRef)?.[0]?.venues[0] ?? ''
  const first = ringOf(1)
    .map((node) => ({ node, venue: venueOf(node) }))
    .sort((one, other) => one.venue.localeCompare(other.venue))
    .map(({ node }) => node.personRef)
  const inner = radiusFor(first.length, FIRST_RADIUS)
  const end = spread(first, evenly(first.length, circlesFor(first.length, inner)), inner, places)

  const second = ringOf(2)
    .map(({ personRef }) => {
      const met = (to.get(personRef) ?? []).flatMap(({ from }) => places.get(from) ?? [])
      const x = met.reduce((sum, place) => sum + place.x, 0)
      const y = met.reduce((sum, place) => sum + place.y, 0)
      return { personRef, angle: Math.atan2(y, x) }
    })
    .sort((one, other) => one.angle - other.angle)
  const radius = radiusFor(second.length, end + RING_GAP)
  const circles = circlesFor(Math.max(1, second.length), radius)
  const angles = apart(
    second.map(({ angle }) => angle),
    circles,
    radius,
  )
  spread(
    second.map(({ personRef }) => personRef),
    angles,
    radius,
    places,
  )
  return places
}
