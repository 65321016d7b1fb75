import { describe, expect, it } from 'vitest'
import { MOST_BYTES, readSurveyFile, sizeOf, templateOf } from '@/survey/survey-file'

const fileOf = (parts: BlobPart[], name: string): File => {
  const file = new File(parts, name)
  // jsdom's files have no arrayBuffer of their own.
  file.arrayBuffer ??= () =>
    new Promise((done) => {
      const reader = new FileReader()
      reader.onload = () => done(reader.result as ArrayBuffer)
      reader.readAsArrayBuffer(file)
    })
  return file
}

describe('a table of a survey', () => {
  it.each([
    ['survey.xls', 'wrongKind'],
    ['survey.csv.exe', 'wrongKind'],
    ['survey', 'wrongKind'],
  ])('is refused as %s', async (name, fault) => {
    expect(await readSurveyFile(fileOf(['a'], name))).toEqual({ fault })
  })

  it('is refused when it is empty or larger than the service takes', async () => {
    const large = fileOf(['a'], 'large.xlsx')
    Object.defineProperty(large, 'size', { value: MOST_BYTES + 1 })

    expect(await readSurveyFile(fileOf([], 'empty.csv'))).toEqual({ fault: 'emptyFile' })
    expect(await readSurveyFile(large)).toEqual({ fault: 'tooLarge' })
  })

  it('is sent as what it is', async () => {
    expect(await readSurveyFile(fileOf(['名称'], 'SURVEY.CSV'))).toMatchObject({
      type: 'text/csv',
      converted: false,
    })
    expect(await readSurveyFile(fileOf(['PK'], 'survey.xlsx'))).toMatchObject({
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
  })

  it('is read as GBK when it is not UTF-8, and refused when it is neither', async () => {
    const gbk = fileOf([new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6])], 'survey.csv')
    const garbage = fileOf([new Uint8Array([0xff, 0xff, 0x80])], 'survey.csv')

    const read = await readSurveyFile(gbk)
    expect(read).toMatchObject({ converted: true, type: 'text/csv' })
    expect(read.fault === undefined && read.body.size).toBe(new TextEncoder().encode('名称').length)
    expect(await readSurveyFile(garbage)).toEqual({ fault: 'unreadable' })
  })

  it('has a template in the language of the desk, readable by spreadsheets', () => {
    expect(templateOf(true, ['a, b', 'HOTEL', '659002001001', 'c']).size).toBe(
      new TextEncoder().encode(
        '\ufeff"name","type","communityCode","address","socialCreditCode"\r\n"a, b","HOTEL","659002001001","c",""\r\n',
      ).length,
    )
  })

  it.each([
    [1, '1 KiB'],
    [12_288, '12 KiB'],
    [3_565_158, '3.4 MiB'],
  ])('of %d bytes is %s', (bytes, text) => expect(sizeOf(bytes)).toBe(text))
})
