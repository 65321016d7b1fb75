import { describe, expect, it } from 'vitest'
import { idNumberLooksRight, maskIdNumber, tidyIdNumber } from '@/gate/id-number'

describe('an ID number', () => {
  it.each(['659002192103010027', '65900219250612001X', '659002192801010040'])('%s looks right', (number) => {
    expect(idNumberLooksRight(number)).toBe(true)
  })

  it.each([
    ['a wrong check character', '659002192103010028'],
    ['two digits exchanged', '659002192130010027'],
    ['a day that is none', '659002192102300027'],
    ['an unknown province', '999002192103010027'],
    ['fifteen digits', '659002210301002'],
    ['nothing', ''],
    ['words', '阿依古丽阿依古丽阿依古丽阿依古丽阿依'],
  ])('does not look right with %s', (_, number) => {
    expect(idNumberLooksRight(number)).toBe(false)
  })

  it('is tidied of blanks and of a small x', () => {
    expect(tidyIdNumber(' 659002 19250612 001x ')).toBe('65900219250612001X')
  })

  it('is masked as the service does', () => {
    expect(maskIdNumber('659002192103010027')).toBe('6590**********0027')
    expect(maskIdNumber('65900219210301')).toBe('**************')
  })
})
