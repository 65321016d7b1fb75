import type { RouteLocationRaw } from 'vue-router'
import type { Schema } from '@/api/client'
import { chosen } from '@/ui/filters'

export type Numbers = Schema['CoverageNumbers']
export type NumberKey = keyof Numbers

/** How far places come; each number is a part of the one before it. */
export const STEPS = ['surveyed', 'applied', 'approved', 'posted', 'scannedLast7Days'] as const
export type Step = (typeof STEPS)[number]

/** Those that stand beside. */
export const ASIDE = ['silent', 'unsurveyed'] as const

/** What the numbers are of. */
export interface Where {
  division?: string
  type?: string
  department?: string
}

/** The list behind a number. It is as long as the number is high. */
export function listOf(key: NumberKey, where: Where): RouteLocationRaw {
  const query = chosen(where)
  switch (key) {
    case 'unsurveyed':
      return { path: '/coverage/unsurveyed', query }
    case 'silent':
      return { path: '/coverage/places', query: { ...query, state: 'POSTED' } }
    case 'surveyed':
      return { path: '/coverage/places', query }
    case 'scannedLast7Days':
      return { path: '/coverage/places', query: { ...query, reached: 'SCANNED' } }
    default:
      return { path: '/coverage/places', query: { ...query, reached: key.toUpperCase() } }
  }
}

const HUNDRED = 100

/** In whole percent; nothing of nothing is none. Only what is whole is 100, only what is nothing is 0. */
export function percentOf(part: number, whole: number): number | undefined {
  if (whole <= 0) {
    return undefined
  }
  const rounded = Math.round((part / whole) * HUNDRED)
  if (part > 0 && rounded === 0) {
    return 1
  }
  return part < whole && rounded === HUNDRED ? HUNDRED - 1 : rounded
}

export const percentText = (percent: number | undefined): string =>
  percent === undefined ? '–' : `${percent}%`

/** A row of a table of numbers: of a division, a type or a department. */
export interface NumbersRow {
  key: string
  name: string
  numbers: Numbers
  where: Where
  /** How far down the tree it is, where there is one. */
  depth?: number
  /** Whether there are rows below it, and whether they are shown. */
  opens?: boolean
  open?: boolean
}

/** The divisions as rows; those below the open ones too. */
export function treeRows(
  branches: Schema['DivisionCoverage'][],
  open: ReadonlySet<string>,
  where: Where,
  depth = 0,
): NumbersRow[] {
  return branches.flatMap((branch) => {
    const code = branch.division?.code ?? ''
    const opens = branch.children.length > 0
    const row: NumbersRow = {
      key: code,
      name: branch.division?.name ?? code,
      numbers: branch,
      where: { ...where, division: code },
      depth,
      opens,
      open: opens && open.has(code),
    }
    return row.open ? [row, ...treeRows(branch.children, open, where, depth + 1)] : [row]
  })
}
