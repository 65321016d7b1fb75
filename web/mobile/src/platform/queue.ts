const last = new Map<string, Promise<unknown>>()

/** Runs it when what was given before under that name has ended, well or not. */
export function oneAfterAnother<T>(name: string, work: () => Promise<T>): Promise<T> {
  const result = (last.get(name) ?? Promise.resolve()).then(work, work)
  last.set(
    name,
    result.catch(() => undefined),
  )
  return result
}
