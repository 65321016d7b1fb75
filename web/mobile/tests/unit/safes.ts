import type { Safe } from '@/gate/queue'
import { oneAfterAnother } from '@/platform/queue'

/** A safe in memory, which can be slow and can fail. */
export function aSafe() {
  const texts = new Map<string, string>()
  const locks = new Map<string, string>()
  const safe = {
    texts,
    delay: 0,
    failing: false,
    async keep(key: string, text: string) {
      await pause(safe.delay)
      if (safe.failing) {
        throw new Error('not kept')
      }
      texts.set(key, text)
    },
    async kept(key: string) {
      await pause(safe.delay)
      return texts.get(key)
    },
    alone: <T>(name: string, work: () => Promise<T>) => {
      const own = locks.get(name) ?? `${name}-${Math.random()}`
      locks.set(name, own)
      return oneAfterAnother(own, work)
    },
  } satisfies Safe & Record<string, unknown>
  return safe
}

export const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

let made = 0
export const anId = () => `id-${++made}`
