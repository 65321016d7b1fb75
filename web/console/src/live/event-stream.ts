/** What came over a stream of server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface ServerEvent {
  /** `message` where it does not say. */
  name: string
  data: string
}

/**
 * Reads events from the bytes of a stream, wherever these are cut. What says nothing, a comment for
 * instance, is no event. Ids and `retry` are not told: whoever comes back begins anew.
 */
export function eventReader(tell: (event: ServerEvent) => void): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder()
  let rest = ''
  let name = ''
  let data: string[] = []

  function take(line: string): void {
    if (line === '') {
      if (data.length > 0) {
        tell({ name: name || 'message', data: data.join('\n') })
      }
      name = ''
      data = []
      return
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') {
      name = value
    } else if (field === 'data') {
      data.push(value)
    }
  }

  return (bytes) => {
    rest += decoder.decode(bytes, { stream: true })
    // A CR at the end may be the first half of CR LF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    lines.forEach(take)
  }
}
