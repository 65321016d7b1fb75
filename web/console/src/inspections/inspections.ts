import type { RouteLocationRaw } from 'vue-router'
import { say } from './texts'
import type { Schema } from '@/api/client'
import { leftUntil } from '@/i18n/span'
import { momentOf } from '@/i18n/time'
import { chosen } from '@/ui/filters'

export type Inspection = Schema['Inspection']
export type Item = Schema['ChecklistItem']
export type Result = Schema['FindingResult']
export type Measure = Schema['Measure']
export type Plan = Schema['InspectionPlan']

export const ITEMS: Item[] = [
  'CODE_POSTED',
  'CODE_VISIBLE',
  'SCANS_URGED',
  'NO_PHONE_PATH',
  'REFUSALS_HANDLED',
]
export const RESULTS: Result[] = ['OK', 'NOT_OK', 'NOT_APPLICABLE']
export const MEASURES: Measure[] = ['NONE', 'CRITICISM', 'RECTIFICATION']

/** What an inspection says about one item of the checklist. */
export interface Answer {
  item: Item
  result: Result | ''
  note: string
}

export const unanswered = (): Answer[] => ITEMS.map((item) => ({ item, result: '', note: '' }))

/** A deadline in words, for as long as it counts. */
export function dueInWords({ dueAt, state }: Inspection, now: number): string {
  if (!dueAt) {
    return ''
  }
  return state === 'OPEN' || state === 'REOPENED'
    ? `${momentOf(dueAt)} · ${leftUntil(dueAt, now)}`
    : momentOf(dueAt)
}

/** What can be told about an inspection before it is sent; the service judges, and knows what time it is. */
export function mistakes(
  answers: Answer[],
  measure: Measure,
  dueAt: string | undefined,
): { findings?: string; dueAt?: string } {
  const grounds = answers.some(({ result, note }) => result === 'NOT_OK' || note.trim())
  return {
    ...(answers.some(({ result }) => !result)
      ? { findings: say('needItem') }
      : measure !== 'NONE' && !grounds
        ? { findings: say('needReason') }
        : {}),
    ...(measure === 'RECTIFICATION' && !dueAt ? { dueAt: say('needDue') } : {}),
  }
}

/** What narrows the inspections of a time to those that one of its figures counts. */
interface Counted {
  state?: 'UNSETTLED' | 'OVERDUE' | 'VERIFIED_IN_TIME' | 'VERIFIED_LATE'
  measure?: Measure
  notOk?: Item
}

type Statistics = Schema['InspectionStatistics']

/** A figure, and the list behind it, which is as long as the figure is high. */
export interface Figure {
  name: string
  count: number
  to: RouteLocationRaw
}

/** Makes figures of a time and a division, each by its name, its height and what narrows its list. */
const figuresIn =
  ({ from, to }: Statistics, division: string) =>
  (name: Parameters<typeof say>[0], count: number, counted: Counted): Figure => ({
    name: say(name),
    count,
    to: { path: '/inspections', query: { ...chosen({ from, to, division }), ...counted } },
  })

/** How many were made, what they led to, and what came of it. */
export function figuresOf(statistics: Statistics, division: string): Figure[] {
  const figure = figuresIn(statistics, division)
  const { inspections, measures, open, overdue, verifiedInTime, verifiedLate } = statistics.total
  return [
    figure('count', inspections, {}),
    ...MEASURES.map((measure) => figure(measure, measures[measure], { measure })),
    figure('open', open, { state: 'UNSETTLED' }),
    figure('overdue', overdue, { state: 'OVERDUE' }),
    figure('inTime', verifiedInTime, { state: 'VERIFIED_IN_TIME' }),
    figure('late', verifiedLate, { state: 'VERIFIED_LATE' }),
  ]
}

/** How many found each item of the checklist not in order. */
export function notOkOf(statistics: Statistics, division: string): Figure[] {
  const figure = figuresIn(statistics, division)
  return ITEMS.map((item) => figure(item, statistics.total.notOk[item], { notOk: item }))
}

/** Whether a supervisor may judge what was ordered, as far as can be told from here. */
export const mayBeJudged = ({ state }: Inspection): boolean =>
  state === 'DONE' || state === 'OPEN' || state === 'REOPENED'
