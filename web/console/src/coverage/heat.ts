import type { Schema } from '@/api/client'
import { percentOf, type Step } from './numbers'

type Cell = Schema['CoverageCell']

/** One type of venues, division by division; undefined where there is none of it. */
export interface HeatRow {
  type: string
  name: string
  cells: (HeatCell | undefined)[]
}

export interface HeatCell {
  part: number
  whole: number
  percent: number | undefined
  /** 0, the least, to 4; none where nothing is surveyed. */
  warmth: number | undefined
}

const LEVELS = 5
const HUNDRED = 100

/** The least share is the one that catches the eye. */
export function warmthOf(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Math.min(LEVELS - 1, Math.floor((percent / HUNDRED) * LEVELS))
}

function heatCell(cell: Cell | undefined, measure: Step): HeatCell | undefined {
  if (!cell) {
    return undefined
  }
  const percent = percentOf(cell[measure], cell.surveyed)
  return { part: cell[measure], whole: cell.surveyed, percent, warmth: warmthOf(percent) }
}

/** Types down, divisions across. */
export function heatRows(table: Schema['CoverageTable'], measure: Step): HeatRow[] {
  const byDivision = table.rows.map(({ cells }) => new Map(cells.map((cell) => [cell.type, cell])))
  return table.types.map(({ code, name }) => ({
    type: code,
    name,
    cells: byDivision.map((cells) => heatCell(cells.get(code), measure)),
  }))
}
