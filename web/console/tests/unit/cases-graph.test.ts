import { describe, expect, it } from 'vitest'
import { linesOf, placesOf, strongest, type Line } from '@/cases/graph-layout'
import type { Graph, GraphNode } from '@/cases/types'

const node = (personRef: string, ring: number): GraphNode => ({
  personRef,
  label: '样**本',
  ring,
  grade: ring === 0 ? null : 'CERTAIN',
  staff: false,
  state: ring === 0 ? null : 'NEW',
})

const edge = (from: string, to: string, minutes: number, grade: Line['grade'], venue = '宾馆') => ({
  from,
  to,
  minutes,
  grade,
  venue: { id: venue, name: venue },
  since: '2026-11-28T08:00:00.000Z',
  until: '2026-11-28T09:00:00.000Z',
})

/** Five hundred contacts, the second ring of whom met all of a crowd. */
function crowd(): Graph {
  const first = Array.from({ length: 350 }, (_, index) => `a${index}`)
  const second = Array.from({ length: 150 }, (_, index) => `b${index}`)
  return {
    drill: false,
    left: 0,
    nodes: [node('i', 0), ...first.map((ref) => node(ref, 1)), ...second.map((ref) => node(ref, 2))],
    edges: [
      ...first.map((ref, index) => edge('i', ref, 30, 'CERTAIN', `场所${index % 7}`)),
      ...second.flatMap((ref) => first.slice(0, 40).map((from) => edge(from, ref, 20, 'PROBABLE'))),
    ],
  }
}

describe('the graph of a case', () => {
  it('joins two people by one line, as sure as their surest meeting', () => {
    const edges = [
      edge('i', 'a', 20, 'POSSIBLE', '宾馆'),
      edge('i', 'a', 30, 'CERTAIN', '超市'),
      edge('i', 'a', 5, 'PROBABLE', '宾馆'),
      edge('i', 'b', 7, 'PROBABLE'),
    ]

    expect(linesOf({ edges })).toEqual([
      { from: 'i', to: 'a', minutes: 55, grade: 'CERTAIN', venues: ['宾馆', '超市'] },
      { from: 'i', to: 'b', minutes: 7, grade: 'PROBABLE', venues: ['宾馆'] },
    ])
  })

  it('draws the strongest lines of everybody, and never more than asked for', () => {
    const lines = linesOf(crowd())
    const drawn = strongest(lines, 3)

    expect(drawn).toHaveLength(350 + 150 * 3)
    expect(new Set(drawn.map(({ to }) => to)).size).toBe(500)
    const some = strongest(
      linesOf({ edges: [edge('a', 'c', 90, 'POSSIBLE'), edge('b', 'c', 10, 'CERTAIN')] }),
      1,
    )
    expect(some.map(({ from }) => from)).toEqual(['b'])
  })

  it('gives everybody a place of their own, the second ring outside the first', () => {
    const graph = crowd()
    const places = placesOf(graph.nodes, linesOf(graph))

    expect(places.size).toBe(501)
    expect(places.get('i')).toEqual({ x: 0, y: 0 })
    const all = [...places.values()]
    const nearest = all.reduce((least, a, index) => {
      const others = all.slice(index + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))
      return Math.min(least, ...others)
    }, Infinity)
    expect(nearest).toBeGreaterThan(20)
    const distances = (ring: number) =>
      graph.nodes
        .filter((person) => person.ring === ring)
        .map(({ personRef }) => places.get(personRef) ?? { x: NaN, y: NaN })
        .map(({ x, y }) => Math.hypot(x, y))
    expect(Math.min(...distances(2))).toBeGreaterThan(Math.max(...distances(1)))
  })

  it('puts somebody of the second ring beside whom they met, the same every time', () => {
    const graph: Graph = {
      drill: false,
      left: 0,
      nodes: [node('i', 0), node('a', 1), node('b', 1), node('c', 2)],
      edges: [edge('i', 'a', 30, 'CERTAIN'), edge('i', 'b', 30, 'CERTAIN'), edge('b', 'c', 30, 'CERTAIN')],
    }
    const places = placesOf(graph.nodes, linesOf(graph))
    const angle = (ref: string) => Math.atan2(places.get(ref)?.y ?? NaN, places.get(ref)?.x ?? NaN)

    expect(angle('c')).toBeCloseTo(angle('b'))
    expect(placesOf(graph.nodes, linesOf(graph))).toEqual(places)
  })

  it('draws nobody where there is nobody', () => {
    expect(placesOf([], []).size).toBe(0)
    expect(placesOf([node('i', 0)], [])).toEqual(new Map([['i', { x: 0, y: 0 }]]))
  })
})
