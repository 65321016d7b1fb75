/**
 * The text of a CSV file, which spreadsheets in China often save as GB 18030 instead of UTF-8; nothing
 * where it is neither.
 */
export function textOf(bytes: ArrayBuffer): { text: string; encoding: 'utf-8' | 'gb18030' } | undefined {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
    } catch {
      // Then it is the other one.
    }
  }
  return undefined
}

/** A cell that no spreadsheet takes for a formula. */
const cell = (value: string | number): string =>
  `"${String(value)
    .replace(/^[=+\-@\t\r]/, "'$&")
    .replaceAll('"', '""')}"`

/** Rows as the text of a file that a spreadsheet opens. */
export const csvOf = (rows: (string | number)[][]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
