/** A stretch of a text, and whether the other text has it too. */
export interface Stretch {
  text: string
  same: boolean
}

/** How characters are compared: full-width ones as the others, case does not count. */
const plain = (char: string): string => char.normalize('NFKC').toLowerCase()

/** The longest row of characters that both have, in order; for each of the first, whether it is of them. */
function common(one: string[], other: string[]): boolean[] {
  const width = other.length + 1
  const lengths = new Uint16Array((one.length + 1) * width)
  const length = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        one[i] === other[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
    }
  }
  const kept = one.map(() => false)
  let i = 0
  let j = 0
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) {
      kept[i++] = true
      j++
    } else if (length(i + 1, j) >= length(i, j + 1)) {
      i++
    } else {
      j++
    }
  }
  return kept
}

/** The text in stretches, those marked that the other has too. */
export function marked(text: string, other: string): Stretch[] {
  const chars = [...text]
  const kept = common(chars.map(plain), [...other].map(plain))
  return chars.reduce<Stretch[]>((stretches, char, at) => {
    const last = stretches.at(-1)
    const same = kept[at] ?? false
    if (last && last.same === same) {
      last.text += char
      return stretches
    }
    return [...stretches, { text: char, same }]
  }, [])
}
