import { describe, expect, it } from 'vitest'
import { useChain } from '@/audit/chain'

type Answer = NonNullable<ReturnType<typeof useChain>['last']>

const head = { number: 25, seal: 'seal' }
const part = (from: number, to: number, next: number | null, fault: Answer['fault'] = null): Answer => ({
  whole: fault === null,
  from,
  to,
  head,
  unsealed: 2,
  fault,
  next,
})

describe('the chain of the log', () => {
  it('should be walked to its end, each part after the one before', async () => {
    const asked: (number | undefined)[] = []
    const chain = useChain(async (after) => {
      asked.push(after)
      return after === undefined ? part(1, 10, 10) : after === 10 ? part(11, 20, 20) : part(21, 25, null)
    })
    await chain.run()
    expect(asked).toEqual([undefined, 10, 20])
    expect(chain).toMatchObject({ state: 'whole', from: 1, to: 25 })
  })

  it('should end at the first fault', async () => {
    const chain = useChain(async (after) =>
      after === undefined ? part(1, 10, 10) : part(11, 12, 20, { kind: 'SEAL_BROKEN', number: 12 }),
    )
    await chain.run()
    expect(chain.state).toBe('broken')
    expect(chain.last?.fault).toEqual({ kind: 'SEAL_BROKEN', number: 12 })
  })

  it('should have no verdict when a part fails or somebody stops', async () => {
    const broken = useChain(() => Promise.reject(new Error('down')))
    await broken.run()
    expect(broken.state).toBe('failed')
    const stopped = useChain(async () => {
      stopped.stop()
      return part(1, 25, null)
    })
    await stopped.run()
    expect(stopped.state).toBe('stopped')
  })
})
