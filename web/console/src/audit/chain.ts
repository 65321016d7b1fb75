import { reactive } from 'vue'
import type { Schema } from '@/api/client'

type Answer = Schema['AuditVerification']

/** A walk through the whole log, part by part. */
export interface Chain {
  state: 'idle' | 'running' | 'whole' | 'broken' | 'stopped' | 'failed'
  /** The first and the last event that was checked. */
  from: number
  to: number
  /** What the last part said. */
  last: Answer | undefined
  finishedAt: string
  failure: unknown
  run: () => Promise<void>
  stop: () => void
}

/** Walks until the end, or the first fault. */
export function useChain(check: (after: number | undefined) => Promise<Answer>): Chain {
  let walk = 0

  const chain = reactive<Chain>({
    state: 'idle',
    from: 0,
    to: 0,
    last: undefined,
    finishedAt: '',
    failure: undefined,
    async run() {
      const mine = ++walk
      Object.assign(chain, { state: 'running', from: 0, to: 0, last: undefined, failure: undefined })
      let after: number | undefined
      try {
        do {
          const part = await check(after)
          if (mine !== walk) {
            return
          }
          chain.from ||= part.from
          chain.to = Math.max(chain.to, part.to)
          chain.last = part
          after = part.next ?? undefined
        } while (chain.last.whole && after !== undefined)
        chain.state = chain.last.whole ? 'whole' : 'broken'
      } catch (failure) {
        if (mine === walk) {
          Object.assign(chain, { state: 'failed', failure })
        }
      }
      chain.finishedAt = new Date().toISOString()
    },
    stop() {
      walk += 1
      chain.state = 'stopped'
    },
  })
  return chain
}
