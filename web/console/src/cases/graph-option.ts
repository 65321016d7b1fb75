import type { EChartsCoreOption } from 'echarts/core'
import { SPACING, type Line, type Point } from './graph-layout'
import { say as word } from './texts'
import { say } from './texts-graph'
import type { FollowUpState, Grade, GraphNode } from './types'

export const COLOURS: Record<Grade, string> = { CERTAIN: '#b3261e', PROBABLE: '#8f5b00', POSSIBLE: '#2f62b5' }
export const INDEX_COLOUR = '#6b2fa3'
export const SIGNS: Record<FollowUpState, string> = {
  NEW: '',
  ASSIGNED: '',
  NOT_REACHED: '!',
  CALLED: '✓',
  ISOLATED: '■',
  RELEASED: '○',
}
const SHAPES = ['diamond', 'circle', 'rect']
const SIZES: Record<Grade, number> = { CERTAIN: 24, PROBABLE: 19, POSSIBLE: 14 }
const INDEX_SIZE = 40
const SMALLEST = 5
/** The room that the whole graph has at first, in pixels. */
const ROOM = 560
/** Of the room between two people a sign takes at most that part. */
const FILLED = 0.85
const MOST_NAMED = 60
const WIDEST = 5
const MINUTES_PER_WIDTH = 45

/** Whoever is looked after has a border. */
const borderOf = (state: GraphNode['state'], shrunk: number): object => {
  const borderWidth = shrunk < 1 ? 1.5 : 3
  return state === 'NOT_REACHED'
    ? { borderWidth, borderType: 'dashed' }
    : { borderWidth: state && SIGNS[state] ? borderWidth : 0, borderType: 'solid' }
}

/** How much smaller signs are than usual, so that nobody covers another. */
function shrinking(places: ReadonlyMap<string, Point>): number {
  const radius = Math.max(1, ...[...places.values()].map(({ x, y }) => Math.hypot(x, y)))
  return Math.min(1, (FILLED * SPACING * (ROOM / (2 * radius))) / SIZES.CERTAIN)
}

function nodeOption(
  node: GraphNode,
  place: Point,
  { named, dark, shrunk }: { named: boolean; dark: boolean; shrunk: number },
): object {
  const { grade, state, ring } = node
  const sign = state ? SIGNS[state] : ''
  return {
    id: node.personRef,
    name: node.personRef,
    x: place.x,
    y: place.y,
    symbol: SHAPES[ring],
    symbolSize: grade
      ? Math.max(SMALLEST, SIZES[grade] * shrunk)
      : Math.max(SIZES.CERTAIN, INDEX_SIZE * shrunk),
    itemStyle: {
      color: grade ? COLOURS[grade] : INDEX_COLOUR,
      borderColor: dark ? '#f0f0f0' : '#1d1d1f',
      ...borderOf(state, shrunk),
    },
    label: named
      ? { show: true, position: 'bottom', formatter: [node.label, sign].join(' ').trim() }
      : {
          show: sign !== '',
          position: 'inside',
          formatter: sign,
          color: '#fff',
          fontSize: Math.max(8, 12 * shrunk),
        },
  }
}

function lineOption({ from, to, minutes, grade }: Line, dark: boolean, shrunk: number): object {
  return {
    source: from,
    target: to,
    lineStyle: {
      width: Math.min(WIDEST, 0.6 + minutes / MINUTES_PER_WIDTH) * shrunk,
      type: grade === 'CERTAIN' ? 'solid' : 'dashed',
      color: dark ? '#9aa0a8' : '#7a8088',
      opacity: 0.55,
    },
  }
}

function tipOf(node: GraphNode, lines: Line[]): string {
  const own = lines.filter(({ to }) => to === node.personRef)
  const minutes = own.reduce((sum, line) => sum + line.minutes, 0)
  return [
    node.label,
    word(node.ring === 0 ? 'ring0' : node.ring === 1 ? 'ring1' : 'ring2'),
    ...(node.grade ? [word(node.grade)] : []),
    ...(node.state ? [word(node.state)] : []),
    ...(node.staff ? [word('staff')] : []),
    ...(minutes > 0 ? [say('minutes', { minutes })] : []),
    ...new Set(own.flatMap(({ venues }) => venues)),
  ].join('\n')
}

/** The graph as ECharts draws it: nothing moves by itself, so that hundreds stay fluid. */
export function graphOption(
  nodes: GraphNode[],
  lines: Line[],
  places: ReadonlyMap<string, Point>,
  dark: boolean,
): EChartsCoreOption {
  const known = new Map(nodes.map((node) => [node.personRef, node]))
  const named = nodes.length <= MOST_NAMED
  const shrunk = shrinking(places)
  return {
    animation: false,
    tooltip: {
      renderMode: 'richText',
      formatter: ({ dataType, name }: { dataType?: string; name: string }) => {
        const node = dataType === 'node' ? known.get(name) : undefined
        return node ? tipOf(node, lines) : ''
      },
    },
    series: [
      {
        type: 'graph',
        layout: 'none',
        roam: true,
        scaleLimit: { min: 0.3, max: 12 },
        cursor: 'pointer',
        data: nodes.map((node) =>
          nodeOption(node, places.get(node.personRef) ?? { x: 0, y: 0 }, { named, dark, shrunk }),
        ),
        links: lines.map((line) => lineOption(line, dark, shrunk)),
        emphasis: { disabled: nodes.length > MOST_NAMED, focus: 'adjacency' },
        labelLayout: { hideOverlap: true },
      },
    ],
  }
}
