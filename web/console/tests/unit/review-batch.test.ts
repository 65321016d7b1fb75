import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useBatch } from '@/review/batch'
import { beside } from '@/review/beside'
import { session } from '@/session/session'
import { problem, serve, type Service } from './service'

vi.mock('@/ui/failure', () => ({ tellFailure: vi.fn() }))

let service: Service

const venues = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `v${i}`,
    name: `venue ${i}`,
    appliedAt: `at ${i}`,
  })) as never[]

beforeEach(async () => {
  service = serve()
  await session.signIn('reviewer', 'secret')
  for (let i = 0; i < 30; i++) {
    beside.forget(`v${i}`)
    service.answer(`/venues/v${i}/duplicates`, () => Response.json({ items: [] }))
    service.answer(`/venues/v${i}/survey-places`, () => Response.json({ linked: {}, offers: [] }))
  }
})

const approveAll = async (request: Request) => {
  const { venueIds }: { venueIds: string[] } = await request.json()
  return Response.json({ items: venueIds.map((venueId) => ({ venueId, result: 'APPROVED' })) })
}

describe('several approvals', () => {
  it('should leave the doubtful ones out', async () => {
    service.answer('/venues/v0/duplicates', () => Response.json({ items: [{ id: 'other' }] }))
    service.answer('/venues/v1/survey-places', () => Response.json({ linked: null, offers: [] }))
    service.answer('/venues/v2/duplicates', () => problem(503, 'UNAVAILABLE'))
    const batch = useBatch(venues(4))
    await batch.check()
    expect(batch.candidates.map(({ included }) => included)).toEqual([false, false, false, true])
  })

  it('should send parts of bounded size and tell what became of each', async () => {
    service.answer('/review/approvals', approveAll)
    const batch = useBatch(venues(30))
    await batch.check()
    await batch.approve()
    expect(service.calls('/review/approvals')).toBe(2)
    expect(batch.candidates.every(({ result }) => result === 'APPROVED')).toBe(true)
    await batch.approve()
    expect(service.calls('/review/approvals')).toBe(2)
  })

  it('should say which applications were seen, and which were corrected since', async () => {
    let seen: unknown
    service.answer('/review/approvals', async (request) => {
      const body: { seen: unknown } = await request.json()
      seen = body.seen
      return Response.json({ items: [{ venueId: 'v0', result: 'CHANGED_MEANWHILE' }] })
    })
    const batch = useBatch(venues(1))
    await batch.check()
    await batch.approve()
    expect(seen).toEqual({ v0: 'at 0' })
    expect(batch.candidates[0]?.result).toBe('CHANGED_MEANWHILE')
  })

  it('should stop at the first part that is not answered', async () => {
    service.answer('/review/approvals', () => problem(503, 'UNAVAILABLE'))
    const batch = useBatch(venues(30))
    await batch.check()
    await batch.approve()
    expect(service.calls('/review/approvals')).toBe(1)
    expect(batch.candidates.filter(({ result }) => result === 'notAnswered')).toHaveLength(20)
  })
})
