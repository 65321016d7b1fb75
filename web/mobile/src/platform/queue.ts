let last: Promise<unknown> = Promise.resolve()

/** Runs it when what was given before has ended, well or not. */
export function oneAfterAnother<T>(work: () => Promise<T>): Promise<T> {
  const result = last.then(work, work)
  last = result.catch(() => undefined)
  return result
}
