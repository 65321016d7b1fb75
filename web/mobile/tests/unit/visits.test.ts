import { describe, expect, it, vi } from 'vitest'
import { relationName, relationToSend } from '@/family/relations'
import { preferences } from '@/state/preferences'
import { accessInWords, type Access } from '@/visits/accesses'
import { byDay, dayName, interval, ranges } from '@/visits/days'
import { visitDay, visitInWords, type Visit } from '@/visits/words'

vi.mock('@/platform', () => import('./phone-stub'))

const NOON = Date.parse('2021-09-01T12:00:00+08:00')
const bound = { at: '2021-09-01T02:00:00Z', source: 'OBSERVED' } as const
const bounds = {
  entry: { earliest: bound, latest: bound },
  exit: { earliest: bound, latest: bound },
}
const visit: Visit = {
  visitId: '1',
  venue: { id: '2', name: '样本超市' },
  entry: { at: '2021-09-01T01:00:00Z', method: 'POSTER' },
  exit: { at: '2021-09-01T02:05:00Z', method: 'MARKED_LEFT' },
  stay: { from: '2021-09-01T01:00:00Z', to: '2021-09-01T02:05:00Z', source: 'OBSERVED', bounds },
}

describe('a visit in words', () => {
  it('says both ends and how long it was', () => {
    expect(visitInWords(visit, NOON)).toEqual({
      entry: '09:00 进入（本人扫码）',
      exit: '10:05 离开（管理员看到已离开）',
      stay: '停留 1 小时 5 分钟',
      because: '',
      doubt: '',
    })
  })

  it('says what a forgotten exit is believed to be, and why', () => {
    const stay = { ...visit.stay, source: 'NEXT_ENTRY' as const }
    const words = visitInWords({ ...visit, exit: null, stay }, NOON)
    expect(words.exit).toBe('没有登记离开；约 10:05 离开')
    expect(words.stay).toBe('停留：09:00 至 10:05')
    expect(words.because).toBe('依据：随后在别处登记了进入')
  })

  it('says of whoever may still be inside that no exit is there yet', () => {
    const stay = { ...visit.stay, to: '2021-09-01T17:00:00Z', source: 'TYPICAL_STAY' as const }
    const words = visitInWords({ ...visit, exit: null, stay }, NOON)
    expect(words.exit).toBe('还没有登记离开')
    expect(words.stay).toBe('如不登记离开，先按 2021-09-02 01:00 离开计')
  })

  it('says that no entry was seen, and tells a doubt once', () => {
    const stay = { ...visit.stay, source: 'MAXIMUM_STAY' as const }
    const doubt = { entry: 'BURST', exit: 'BURST' } as const
    const words = visitInWords({ ...visit, entry: null, stay, doubt }, NOON)
    expect(words.entry).toBe('没有登记进入；约 09:00 进入')
    expect(words.doubt.match(/很多人/g)).toHaveLength(1)
  })
})

describe('days', () => {
  it('are those of China, whatever the device thinks', () => {
    expect(interval('2021-09-01', NOON)).toEqual({
      from: '2021-08-31T16:00:00.000Z',
      to: '2021-09-01T16:00:00.000Z',
    })
    expect(interval('7', NOON).from).toBe('2021-08-25T16:00:00.000Z')
    expect(visitDay({ ...visit, entry: { at: '2021-08-31T16:00:00Z', method: 'POSTER' } })).toBe('2021-09-01')
  })

  it('can each be chosen, as far back as visits are kept', () => {
    const codes = ranges(NOON).map(({ code }) => code)
    expect(codes.slice(0, 4)).toEqual(['7', '14', '28', '2021-09-01'])
    expect(codes[codes.length - 1]).toBe('2021-08-05')
    expect(dayName('2021-08-31', NOON)).toBe('昨天 2021-08-31')
  })

  it('keep together what is theirs, in the order in which it came', () => {
    expect(byDay(['a1', 'a2', 'b1', 'a3'], (item) => item.slice(0, 1))).toEqual([
      { day: 'a', items: ['a1', 'a2'] },
      { day: 'b', items: ['b1'] },
      { day: 'a', items: ['a3'] },
    ])
  })
})

describe('a look in words', () => {
  const look: Access = {
    at: '2021-09-01T01:00:00Z',
    by: { role: 'MANAGER', divisionName: null, venueName: '样本超市' },
    action: 'PEOPLE_INSIDE_VIEWED',
    purpose: 'VENUE_OPERATION',
    reference: null,
    own: true,
    forFamily: ['f1', 'gone', 'gone2'],
  }

  it('says who, what, for what and whose data, each once', () => {
    expect(accessInWords(look, new Map([['f1', '父亲 王*本']]))).toEqual({
      who: '样本超市 · 场所管理员',
      did: '查看场内人员',
      purpose: '为了：管理场所',
      about: '我的资料、父亲 王*本的资料、家人的资料',
      at: '2021-09-01 09:00',
      reference: '',
    })
  })

  it('has general words for what only a newer service knows', () => {
    const newer = { ...look, action: 'SOMETHING_NEW' as Access['action'], by: { ...look.by, role: 'NEW' } }
    const words = accessInWords(newer, new Map())
    expect(words.did).toBe('查看或办理了资料')
    expect(words.who).toBe('样本超市 · 工作人员')
  })
})

describe('relations', () => {
  it('are sent in Chinese and shown in the language of the person', () => {
    expect(relationToSend('FATHER', '')).toBe('父亲')
    expect(relationToSend('OTHER', ' 外甥女 ')).toBe('外甥女')
    expect(relationToSend('', '')).toBe('')
    preferences.language = 'en'
    expect(relationName('父亲')).toBe('Father')
    expect(relationName('外甥女')).toBe('外甥女')
    preferences.language = 'zh-CN'
    expect(relationName('父亲')).toBe('父亲')
  })
})
