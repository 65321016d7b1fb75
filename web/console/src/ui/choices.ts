/** A value that can be chosen, and the word for it. */
export interface Choice {
  value: string
  label: string
}

/** Those values with their words. */
export const choicesOf = <V extends string>(values: readonly V[], word: (value: V) => string): Choice[] =>
  values.map((value) => ({ value, label: word(value) }))
