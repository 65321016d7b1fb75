import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { SignInNeeded } from '@/api/problem'
import type { ItemAnswer, NewScan } from '@/gate/ledger'
import { openQueue, type Queue } from '@/gate/queue'
import { oneAfterAnother } from '@/platform/queue'
import { keep, kept } from '@/platform/safekeeping'
import { aSafe, anId } from './safes'

const aScan = (more: Partial<NewScan> = {}): NewScan => ({
  scanId: anId(),
  at: '2021-09-01T06:05:00.000Z',
  direction: 'IN',
  passCode: 'A-PASS-CODE-OF-SOMEBODY',
  ...more,
})
const entered = (scanId: string): ItemAnswer => ({
  scanId,
  outcome: 'ENTERED',
  message: '已登记',
  venue: { id: 'v', name: '塔里木宾馆' },
  direction: 'IN',
  at: '2021-09-01T06:05:00.000Z',
})
const problem = (
  code: 'UNKNOWN_CODE' | 'DEVICE_TIME_AHEAD' | 'INVALID_ID_NUMBER' | 'INTERNAL_ERROR',
  status = 422,
) =>
  ({ type: `urn:venuepass:problem:${code}`, title: 't', status, detail: 'what it was', code }) as ItemAnswer

describe('the queue of a gate', () => {
  it('numbers 1, 2, 3 at each venue, under one device', async () => {
    const queue = openQueue(aSafe(), anId, () => 'me')
    const numbers = []
    for (const venue of ['a', 'a', 'b', 'a']) {
      numbers.push((await queue.add(venue, aScan())).sequence)
    }
    expect(numbers).toEqual([1, 2, 1, 3])
    expect((await queue.book('a')).deviceId).toBe((await queue.book('b')).deviceId)
  })

  it('goes on counting when all was uploaded and the page was opened again', async () => {
    const safe = aSafe()
    const first = openQueue(safe, anId, () => 'me')
    const scan = await first.add('v', aScan())
    await first.settle('v', [scan], [entered(scan.scanId)])
    expect((await first.book('v')).waiting).toEqual([])
    const again = openQueue(safe, anId, () => 'me')
    expect((await again.add('v', aScan())).sequence).toBe(2)
    expect((await again.book('v')).deviceId).toBe((await first.book('v')).deviceId)
  })

  it('loses nothing when two pages keep at once on a slow device', async () => {
    const safe = Object.assign(aSafe(), { delay: 3 })
    const pages = [openQueue(safe, anId, () => 'me'), openQueue(safe, anId, () => 'me')]
    await Promise.all([...Array(20).keys()].map((n) => pages[n % 2]?.add('v', aScan())))
    const { waiting } = await openQueue(safe, anId, () => 'me').book('v')
    expect(waiting.map(({ sequence }) => sequence)).toEqual([...Array(20).keys()].map((n) => n + 1))
  })

  it('tells nobody that something is kept when it is not, and leaves no gap', async () => {
    const safe = aSafe()
    const queue = openQueue(safe, anId, () => 'me')
    await queue.add('v', aScan())
    safe.failing = true
    await expect(queue.add('v', aScan())).rejects.toThrow('not kept')
    safe.failing = false
    expect((await queue.add('v', aScan())).sequence).toBe(2)
    expect((await queue.book('v')).waiting).toHaveLength(2)
  })

  it('keeps what is kept while an upload is on its way', async () => {
    const queue = openQueue(aSafe(), anId, () => 'me')
    const sent = await queue.add('v', aScan())
    const later = await queue.add('v', aScan())
    await queue.settle('v', [sent], [entered(sent.scanId)])
    expect((await queue.book('v')).waiting).toEqual([later])
  })

  it('forgets the person with the upload, and shows no number in full', async () => {
    const safe = aSafe()
    const queue = openQueue(safe, anId, () => 'me')
    const typed = await queue.add(
      'v',
      aScan({ passCode: undefined, idNumber: '659002192103010028', name: '样本' }),
    )
    const read = await queue.add('v', aScan())
    await queue.settle('v', [typed, read], [problem('INVALID_ID_NUMBER'), problem('UNKNOWN_CODE')])
    const { waiting, troubles } = await queue.book('v')
    expect(waiting).toEqual([])
    expect(troubles).toMatchObject([
      { sequence: 1, by: 'ID_NUMBER', masked: '6590**********0028', message: 'what it was' },
      { sequence: 2, by: 'PASS_CODE', masked: '' },
    ])
    const text = [...safe.texts.values()].join()
    for (const personal of ['659002192103010028', '样本', 'A-PASS-CODE']) {
      expect(text).not.toContain(personal)
    }
    await queue.dropTrouble('v', 1)
    expect((await queue.book('v')).troubles.map(({ sequence }) => sequence)).toEqual([2])
  })

  it('says that somebody would have been refused, and not who', async () => {
    const queue = openQueue(aSafe(), anId, () => 'me')
    const scan = await queue.add('v', aScan({ passCode: undefined, idNumber: '659002192103010027' }))
    const refused = { ...entered(scan.scanId), outcome: 'REFUSED', message: '不可进入' } as ItemAnswer
    await queue.settle('v', [scan], [refused])
    expect((await queue.book('v')).troubles).toMatchObject([{ masked: '', message: '不可进入' }])
  })

  it('lets wait what can be taken later, and what the answer is not about', async () => {
    const queue = openQueue(aSafe(), anId, () => 'me')
    const ahead = await queue.add('v', aScan())
    const failed = await queue.add('v', aScan())
    const other = await queue.add('v', aScan())
    await queue.settle(
      'v',
      [ahead, failed, other],
      [problem('DEVICE_TIME_AHEAD'), problem('INTERNAL_ERROR', 500), entered('somebody else')],
    )
    expect((await queue.book('v')).waiting).toHaveLength(3)
    expect((await queue.book('v')).troubles).toEqual([])
  })

  it('is another device when what it kept cannot be read, and throws nothing away', async () => {
    const safe = aSafe()
    const before = openQueue(safe, anId, () => 'me')
    await before.add('v', aScan())
    const device = (await before.book('v')).deviceId
    safe.texts.set('gate-me', '{"deviceId":')
    const after = openQueue(safe, anId, () => 'me')
    expect((await after.add('v', aScan())).sequence).toBe(1)
    expect((await after.book('v')).deviceId).not.toBe(device)
    expect([...safe.texts.values()]).toContain('{"deviceId":')
  })
})

describe('a device that several people use', () => {
  it('shows, numbers, settles and drops only what is of the one who asks', async () => {
    const safe = aSafe()
    const [first, second] = ['a', 'b'].map((account) => openQueue(safe, anId, () => account)) as [
      Queue,
      Queue,
    ]
    const scan = await first.add('v', aScan())
    expect(await second.book('v')).toMatchObject({ waiting: [], next: 1 })
    expect((await second.add('v', aScan())).sequence).toBe(1)
    await second.dropWaiting('v', [scan.scanId])
    await second.settle('v', [scan], [entered(scan.scanId)])
    expect((await first.book('v')).waiting).toEqual([scan])
    expect((await first.book('v')).deviceId).not.toBe((await second.book('v')).deviceId)
  })

  it('keeps nothing for nobody', async () => {
    const safe = aSafe()
    const queue = openQueue(safe, anId, () => '')
    await expect(queue.add('v', aScan())).rejects.toThrow(SignInNeeded)
    expect((await queue.book('v')).waiting).toEqual([])
    expect(safe.texts.size).toBe(0)
  })
})

describe('what cannot be read', () => {
  it.each(['{"deviceId":', 'null', '{}'])(
    'is put aside once, not whenever it is looked at: %s',
    async (text) => {
      const safe = aSafe()
      safe.texts.set('gate-me', text)
      const queue = openQueue(safe, anId, () => 'me')
      await queue.ledger()
      await queue.book('v')
      expect([...safe.texts]).toEqual([['gate-me', text]])
      await queue.name('v', '塔里木宾馆')
      await queue.add('v', aScan())
      expect([...safe.texts.values()].filter((kept) => kept === text)).toHaveLength(1)
      expect(safe.texts.size).toBe(2)
    },
  )
})

describe('the queue in a browser', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })
  const safe = { keep, kept, alone: oneAfterAnother }

  it('survives closing the page', async () => {
    await openQueue(safe, anId, () => 'me').add('v', aScan({ scanId: 'kept' }))
    expect((await openQueue(safe, anId, () => 'me').book('v')).waiting).toMatchObject([
      { scanId: 'kept', sequence: 1 },
    ])
  })

  it('rejects when the browser does not keep', async () => {
    globalThis.indexedDB = undefined as unknown as IDBFactory
    await expect(openQueue(safe, anId, () => 'me').add('v', aScan())).rejects.toThrow()
  })
})
