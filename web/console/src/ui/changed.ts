/** What a form was filled with is not what stands any more; nothing was sent. */
export class ChangedMeanwhile extends Error {}

/** Whether two values say the same; lists in any order. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder)
}

function inOrder(_: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return [...value].sort()
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).sort())
    : value
}
