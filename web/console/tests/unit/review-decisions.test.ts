import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { beside } from '@/review/beside'
import { useDecisions, type Decisions } from '@/review/decisions'
import { useQueue, type Queue } from '@/review/queue'
import { session } from '@/session/session'
import { problem, serve, type Service } from './service'

vi.mock('@/ui/failure', () => ({ tellFailure: vi.fn() }))

type Venue = Parameters<Decisions['reject']>[0]

let service: Service
let queue: Queue<Venue>
let decisions: Decisions
let now = 0

const IDS = ['one', 'two', 'three']
const venue = (id: string) =>
  ({ id, name: `name of ${id}`, status: 'PENDING', appliedAt: `at ${id}` }) as Venue

beforeEach(async () => {
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  now = 0
  service = serve()
  for (const id of IDS) {
    beside.forget(id)
    service.answer(`/venues/${id}/duplicates`, () => Response.json({ items: [] }))
    service.answer(`/venues/${id}/survey-places`, () => Response.json({ linked: null, offers: [] }))
    service.answer(`/venues/${id}/approval`, () => Response.json(venue(id)))
  }
  await session.signIn('reviewer', 'secret')
  queue = useQueue(async () => ({ items: IDS.map(venue), next: null }))
  decisions = useDecisions(queue)
  await flushPromises()
  now = 1000
})

describe('decisions', () => {
  it('should show the next one after an approval', async () => {
    await decisions.approve()
    expect(service.calls('/venues/one/approval')).toBe(1)
    expect(queue.current.value?.id).toBe('two')
    expect(decisions.count).toBe(1)
  })

  it('should not approve the next one by a double click', async () => {
    const first = decisions.approve()
    await decisions.approve()
    await first
    await flushPromises()
    await decisions.approve()
    expect(queue.current.value?.id).toBe('two')
    now += 1000
    await decisions.approve()
    expect(queue.current.value?.id).toBe('three')
  })

  it('should ask first where it may be there already', async () => {
    service.answer('/venues/one/duplicates', () => Response.json({ items: [{ id: 'other' }] }))
    await decisions.approve()
    expect(decisions.doubt?.duplicates).toHaveLength(1)
    expect(service.calls('/venues/one/approval')).toBe(0)
    await decisions.confirm()
    expect(service.calls('/venues/one/approval')).toBe(1)
    expect(decisions.doubt).toBeUndefined()
  })

  it('should ask first where duplicates could not be found out', async () => {
    service.answer('/venues/one/duplicates', () => problem(500, 'INTERNAL_ERROR'))
    await decisions.approve()
    expect(decisions.doubt).toEqual({ venue: expect.anything(), duplicates: undefined })
  })

  it('should take out what somebody else decided meanwhile', async () => {
    service.answer('/venues/one/approval', () => problem(409, 'VENUE_REJECTED'))
    await decisions.approve()
    expect(queue.current.value?.id).toBe('two')
    expect(decisions.count).toBe(0)
    expect(decisions.last?.text).toContain('name of one')
  })

  it('should show anew what its applicant corrected, and not take it out', async () => {
    const sent: unknown[] = []
    service.answer('/venues/one/approval', async (request) => {
      sent.push(await request.json())
      return problem(409, 'CHANGED_MEANWHILE')
    })
    service.answer('/venues/one', () =>
      Response.json({ ...venue('one'), name: 'another', appliedAt: 'later' }),
    )
    await decisions.approve()
    expect(queue.current.value).toMatchObject({ id: 'one', name: 'another' })
    expect(decisions.renewed.has('one')).toBe(true)
    expect(decisions.count).toBe(0)
    expect(decisions.last?.text).toContain('name of one')
    await decisions.approve()
    now += 1000
    await decisions.approve()
    expect(sent).toEqual([{ appliedAt: 'at one' }, { appliedAt: 'later' }])
  })

  it('should send which application a rejection is about', async () => {
    const sent: unknown[] = []
    service.answer('/venues/one/rejection', async (request) => {
      sent.push(await request.json())
      return problem(409, 'CHANGED_MEANWHILE')
    })
    service.answer('/venues/one', () => Response.json({ ...venue('one'), status: 'APPROVED' }))
    await decisions.reject(venue('one'), 'why')
    expect(sent).toEqual([{ reason: 'why', appliedAt: 'at one' }])
    expect(queue.current.value?.id).toBe('two')
  })

  it('should keep what could not be decided', async () => {
    service.answer('/venues/one/approval', () => problem(503, 'UNAVAILABLE'))
    await decisions.approve()
    expect(queue.current.value?.id).toBe('one')
    expect(decisions.busy).toBe(false)
  })
})
