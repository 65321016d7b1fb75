import { reactive } from 'vue'
import { eventReader } from './event-stream'
import type { Schema } from '@/api/client'
import { failureOf, Problem, SignInNeeded } from '@/api/problem'
import { session } from '@/session/session'

export type Board = Schema['Board']

const PATH = '/api/v1/operation/live'
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000
/** Events come every few seconds; a stream that is silent for that long is dead. */
const SILENCE = 20_000
const UNAUTHORISED = 401
const FORBIDDEN = 403

/** A board that is kept up to date while somebody looks. */
export interface LiveBoard {
  state: 'connecting' | 'live' | 'broken' | 'stopped' | 'forbidden'
  /** Since when the state is that one. */
  since: number
  board: Board | undefined
  start: () => void
  stop: () => void
}

/** How long to wait before the next try, after so many in vain. */
export const pauseAfter = (tries: number): number => Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE)

async function open(signal: AbortSignal): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const ask = async (token: string) =>
    fetch(PATH, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
      cache: 'no-store',
      credentials: 'omit',
      signal,
    })
  const token = await session.token()
  let response = await ask(token)
  if (response.status === UNAUTHORISED) {
    response = await ask(await session.renewed(token))
  }
  if (!response.ok || !response.body) {
    throw await failureOf(response)
  }
  return response.body.getReader()
}

function sleep(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Reads the live board, and comes back with a fresh token whenever the stream ends. */
export function useBoard(connect: typeof open = open): LiveBoard {
  let running: AbortController | undefined

  function become(state: LiveBoard['state']): void {
    if (live.state !== state) {
      Object.assign(live, { state, since: Date.now() })
    }
  }

  async function readOnce(signal: AbortSignal): Promise<boolean> {
    const silent = new AbortController()
    const either = AbortSignal.any([signal, silent.signal])
    let timer = setTimeout(() => silent.abort(), SILENCE)
    let told = false
    const read = eventReader(({ name, data }) => {
      if (name === 'board') {
        live.board = JSON.parse(data) as Board
        told = true
        become('live')
      }
    })
    try {
      const reader = await connect(either)
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(timer)
        timer = setTimeout(() => silent.abort(), SILENCE)
        read(part.value)
      }
    } catch (failure) {
      if (failure instanceof SignInNeeded || (failure instanceof Problem && failure.status === FORBIDDEN)) {
        throw failure
      }
    } finally {
      clearTimeout(timer)
    }
    return told
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let tries = 0; !signal.aborted; tries++) {
      try {
        if (await readOnce(signal)) {
          // It was live until now; the service ends a stream now and then by itself.
          tries = -1
        }
      } catch (failure) {
        become(failure instanceof SignInNeeded ? 'stopped' : 'forbidden')
        return
      }
      if (!signal.aborted) {
        become('broken')
        await sleep(pauseAfter(Math.max(tries, 0)), signal)
      }
    }
  }

  const live = reactive<LiveBoard>({
    state: 'stopped',
    since: Date.now(),
    board: undefined,
    start() {
      live.stop()
      running = new AbortController()
      become('connecting')
      void run(running.signal)
    },
    stop() {
      running?.abort()
      running = undefined
      become('stopped')
    },
  })
  return live
}
