export type Move = 'up' | 'down' | 'left' | 'right'

/** Whose card is next in that direction; columns without cards are passed over, and at an edge it stays. */
export function step(columns: string[][], from: string, move: Move): string {
  const column = columns.findIndex((cards) => cards.includes(from))
  const row = columns[column]?.indexOf(from) ?? 0
  if (move === 'up' || move === 'down') {
    return columns[column]?.[row + (move === 'up' ? -1 : 1)] ?? from
  }
  const beside = move === 'left' ? columns.slice(0, Math.max(0, column)).reverse() : columns.slice(column + 1)
  const next = beside.find((cards) => cards.length > 0)
  return next?.[Math.min(row, next.length - 1)] ?? from
}
