import { say } from './texts'
import type { Board } from './board'
import { timeOf } from '@/i18n/time'

export type Minute = Board['minutes'][number]

export const OUTCOMES = ['ENTERED', 'ALREADY_INSIDE', 'LEFT', 'LEFT_WITHOUT_ENTRY', 'REFUSED'] as const
export type Outcome = (typeof OUTCOMES)[number]

const COLOURS: Record<Outcome, string> = {
  ENTERED: '#2f7ed8',
  ALREADY_INSIDE: '#8fb8e8',
  LEFT: '#3d9a50',
  LEFT_WITHOUT_ENTRY: '#c9a227',
  REFUSED: '#d04545',
}

/** `14:05`, in China. */
export const minuteOf = ({ minute }: Minute): string => timeOf(minute).slice(0, 5)

export const countOf = ({ scans }: Minute, outcome: Outcome): number => scans[outcome] ?? 0

export const totalOf = (minute: Minute): number =>
  OUTCOMES.reduce((sum, outcome) => sum + countOf(minute, outcome), 0)

/** Stacked bars, one a minute, by outcome. */
export const chartOf = (minutes: Minute[]) => ({
  animation: false,
  grid: { left: 48, right: 16, top: 36, bottom: 28 },
  legend: { top: 0 },
  tooltip: { trigger: 'axis', renderMode: 'richText' },
  xAxis: { type: 'category', data: minutes.map(minuteOf) },
  yAxis: { type: 'value', minInterval: 1 },
  series: OUTCOMES.map((outcome) => ({
    type: 'bar',
    stack: 'scans',
    name: say(outcome),
    itemStyle: { color: COLOURS[outcome] },
    data: minutes.map((minute) => countOf(minute, outcome)),
  })),
})
