import { describe, expect, it } from 'vitest'
import { eventReader, type ServerEvent } from '@/live/event-stream'

const bytes = (text: string) => new TextEncoder().encode(text)

function reading(): { told: ServerEvent[]; read: (bytes: Uint8Array) => void } {
  const told: ServerEvent[] = []
  return { told, read: eventReader((event) => told.push(event)) }
}

describe('a stream of events', () => {
  it('is read wherever its bytes are cut, even within a character', () => {
    const text = 'event: board\ndata: {"节点":"在线"}\n\ndata: 再来\n\n'
    const whole = bytes(text)
    for (let cut = 1; cut < whole.length; cut++) {
      const { told, read } = reading()
      read(whole.slice(0, cut))
      read(whole.slice(cut))
      expect(told).toEqual([
        { name: 'board', data: '{"节点":"在线"}' },
        { name: 'message', data: '再来' },
      ])
    }
  })

  it('is read byte by byte', () => {
    const { told, read } = reading()
    bytes('event: board\r\ndata: 一\r\ndata: 二\r\n\r\n').forEach((byte) => read(Uint8Array.of(byte)))
    expect(told).toEqual([{ name: 'board', data: '一\n二' }])
  })

  it('says nothing in comments, unknown fields and events without data', () => {
    const { told, read } = reading()
    read(bytes(': heartbeat\n\nretry: 10\nid: 7\n\nevent: board\n\ndata:no space\n\n'))
    expect(told).toEqual([{ name: 'message', data: 'no space' }])
  })

  it('tells no event that is not complete', () => {
    const { told, read } = reading()
    read(bytes('event: board\ndata: half\n'))
    expect(told).toEqual([])
  })
})
