import { expect, it, vi } from 'vitest'
import { openQueue } from '@/gate/queue'
import { weChat } from '@/platform/wechat'
import { anId } from './safes'

const scan = { scanId: 's', at: '2021-09-01T06:05:00.000Z', direction: 'IN' as const, passCode: 'A' }

interface Options {
  data: string
  success: (found: object) => void
  fail: (failure: object) => void
}

it('keeps what waits in WeChat when reading fails once', async () => {
  const kept: string[] = []
  let broken = false
  vi.stubGlobal('uni', {
    getStorage({ success, fail }: Options) {
      if (broken || kept.length === 0) {
        fail({ errMsg: `getStorage:fail ${broken ? 'internal error' : 'data not found'}` })
      } else {
        success({ data: kept.at(-1) })
      }
    },
    setStorage({ data, success }: Options) {
      kept.push(data)
      success({})
    },
  })
  const queue = openQueue(weChat, anId, () => 'me')
  await queue.add('v', scan)
  broken = true
  await expect(queue.add('v', scan)).rejects.toThrow('internal error')
  broken = false
  expect((await queue.add('v', scan)).sequence).toBe(2)
})
