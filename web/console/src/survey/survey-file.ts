import { csvOf, textOf } from '@/api/csv'

/** As much as the service takes. */
export const MOST_BYTES = 16 * 1024 * 1024

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEADINGS = ['名称', '类型', '社区编码', '详细地址', '统一社会信用代码']
const ENGLISH_HEADINGS = ['name', 'type', 'communityCode', 'address', 'socialCreditCode']

export type Fault = 'tooLarge' | 'wrongKind' | 'emptyFile' | 'unreadable'

/** A chosen table that can be sent. */
export interface ReadyFile {
  fault?: undefined
  body: Blob
  type: 'text/csv' | typeof XLSX
  converted: boolean
}

/** A chosen table, ready to be sent, or why it cannot be. */
export type SurveyFile = { fault: Fault } | ReadyFile

/** What is wrong with the file can be told before it is sent; the service looks once more. */
export async function readSurveyFile(file: File): Promise<SurveyFile> {
  const name = file.name.toLowerCase()
  const csv = name.endsWith('.csv')
  if (!csv && !name.endsWith('.xlsx')) {
    return { fault: 'wrongKind' }
  }
  if (file.size === 0) {
    return { fault: 'emptyFile' }
  }
  if (file.size > MOST_BYTES) {
    return { fault: 'tooLarge' }
  }
  if (!csv) {
    return { body: new Blob([file], { type: XLSX }), type: XLSX, converted: false }
  }
  return readCsv(await file.arrayBuffer())
}

/** The service reads UTF-8. */
function readCsv(bytes: ArrayBuffer): SurveyFile {
  const read = textOf(bytes)
  if (!read) {
    return { fault: 'unreadable' }
  }
  const converted = read.encoding !== 'utf-8'
  const body = new Blob([converted ? read.text : bytes], { type: 'text/csv' })
  return body.size > MOST_BYTES ? { fault: 'tooLarge' } : { body, type: 'text/csv', converted }
}

/** A table with the headings and one line to show how. */
export function templateOf(english: boolean, line: [string, string, string, string]): Blob {
  return new Blob([csvOf([english ? ENGLISH_HEADINGS : HEADINGS, [...line, '']])], { type: 'text/csv' })
}

const KIB = 1024

/** `12 KiB`, `3.4 MiB`. */
export function sizeOf(bytes: number): string {
  return bytes < KIB * KIB
    ? `${Math.max(1, Math.round(bytes / KIB))} KiB`
    : `${(bytes / KIB / KIB).toFixed(1)} MiB`
}
