import { describe, expect, it } from 'vitest'
import { oneAfterAnother } from '@/platform/queue'
import { pause } from './safes'

describe('work of one name', () => {
  it('is done one after another', async () => {
    const done: string[] = []
    const work = (name: string, millis: number) => async () => {
      await pause(millis)
      done.push(name)
    }
    await Promise.all([oneAfterAnother('a', work('slow', 10)), oneAfterAnother('a', work('quick', 0))])
    expect(done).toEqual(['slow', 'quick'])
  })

  it('goes on after a failure', async () => {
    await expect(oneAfterAnother('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await oneAfterAnother('b', async () => 'yes')).toBe('yes')
  })

  it('waits for no work of another name: an upload renews the session and changes the queue', async () => {
    const upload = oneAfterAnother('upload', () => oneAfterAnother('session', async () => 'uploaded'))
    expect(await upload).toBe('uploaded')
  })
})
