import type { RouteLocationRaw } from 'vue-router'
import type { Schema } from '@/api/client'
import { chosen } from '@/ui/filters'

export type Gap = Schema['Gap']
export type Summary = Schema['BlindSpotSummary']

export const GAPS: Gap[] = ['NOT_APPLIED', 'NOT_APPROVED', 'NOT_POSTED', 'NOT_SCANNED', 'NOT_SURVEYED']

/** The numbers of tasks of a gap, and the lists that they count. */
export const STATES = { open: 'OPEN', overdue: 'OVERDUE', closedLast7Days: 'CLOSED_LAST_7_DAYS' } as const

/** The tasks that are narrowed so. */
export const tasksOf = (narrowed: {
  division?: string
  type?: string
  department?: string
  gap?: string
  state?: string
}): RouteLocationRaw => ({ path: '/blind-spots', query: chosen(narrowed) })

/** The part of the summary that is about that division; the whole where there is none. */
export function summaryOf(whole: Summary, division: string): Summary {
  return (division && findIn(whole, division)) || whole
}

function findIn(summary: Summary, division: string): Summary | undefined {
  if (summary.division?.code === division) {
    return summary
  }
  for (const child of summary.children) {
    const found = findIn(child, division)
    if (found) {
      return found
    }
  }
  return undefined
}

/** A division's open tasks. */
export interface GapRow {
  code: string
  name: string
  depth: number
  opens: boolean
  open: boolean
  counts: Record<Gap, number>
  total: number
  overdue: number
}

/** Divisions as rows, those below the open ones too. */
export function gapRows(summaries: Summary[], open: ReadonlySet<string>, depth = 0): GapRow[] {
  return summaries.flatMap((summary) => {
    const code = summary.division?.code ?? ''
    const opens = summary.children.length > 0
    const row: GapRow = {
      code,
      name: summary.division?.name ?? '',
      depth,
      opens,
      open: opens && open.has(code),
      counts: Object.fromEntries(summary.gaps.map((gap) => [gap.gap, gap.open])) as Record<Gap, number>,
      total: summary.gaps.reduce((sum, gap) => sum + gap.open, 0),
      overdue: summary.gaps.reduce((sum, gap) => sum + gap.overdue, 0),
    }
    return row.open ? [row, ...gapRows(summary.children, open, depth + 1)] : [row]
  })
}
