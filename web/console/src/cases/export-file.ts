/** How an export ended, by its last row. */
export interface End {
  /** How many people stand in it; absent where this browser cannot look into the file. */
  rows: number | undefined
  /** Whether the list changed while it was read. */
  moved: boolean
  /** Whether the last row is missing. */
  cut: boolean
}

/** What the service calls the file; ids and times, nothing personal. */
export function nameOf(response: Response, format: string): string {
  const given = /filename="([\w.-]+)"/.exec(response.headers.get('Content-Disposition') ?? '')
  return given?.[1] ?? `contacts.${format}`
}

/** The last row of the CSV is `mark, words, number of people, warning`. */
export function endOfCsv(text: string): End {
  const last = text.trimEnd().split(/\r?\n/).at(-1) ?? ''
  const cells = last.split(',').map((cell) => cell.replace(/^"|"$/g, '').trim())
  const rows = cells[2] ?? ''
  const whole = text.endsWith('\n') && cells.length === 4 && /^\d+$/.test(rows)
  return { rows: whole ? Number(rows) : undefined, moved: whole && cells[3] !== '', cut: !whole }
}

/** A workbook is a packed archive: that it is whole shows by the mark at its end. */
async function endOfWorkbook(file: Blob): Promise<End> {
  const SMALLEST_END = 22
  const MARK = 0x06054b50
  const tail = new DataView(await file.slice(-SMALLEST_END).arrayBuffer())
  const whole = tail.byteLength === SMALLEST_END && tail.getUint32(0, true) === MARK
  return { rows: undefined, moved: false, cut: !whole }
}

export async function endOf(file: Blob, format: 'csv' | 'xlsx'): Promise<End> {
  return format === 'csv' ? endOfCsv(await file.text()) : endOfWorkbook(file)
}
