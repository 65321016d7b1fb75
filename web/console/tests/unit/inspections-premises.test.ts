import { beforeEach, describe, expect, it } from 'vitest'
import { problem, serve, type Service } from './service'
import { premisesOf, toInspect } from '@/inspections/premises'
import { session } from '@/session/session'

let service: Service

beforeEach(async () => {
  service = serve()
  await session.signIn('supervisor', 'password-123')
})

describe('what is inspected', () => {
  it('is never named by the address', async () => {
    const { query, state } = toInspect({ id: 'p', name: 'Inn' })
    expect(JSON.stringify(query)).not.toContain('Inn')
    expect(await premisesOf({ ...query, name: 'Lie' }, state)).toEqual({ placeId: 'p', name: 'Inn' })
    expect(await premisesOf({ ...query, name: 'Lie' }, null)).toBeUndefined()
    expect(await premisesOf({ venue: 'other' }, state)).toBeUndefined()
    expect(await premisesOf({}, state)).toBeUndefined()
  })

  it('is the venue where a place has one', async () => {
    const { query, state } = toInspect({ id: 'p', venueId: 'v', name: 'Inn' })
    expect(await premisesOf({ ...query }, state)).toEqual({ venueId: 'v', name: 'Inn' })
  })

  it('is what a blind spot or a plan says', async () => {
    service.answer('/blind-spots/b', () => Response.json({ placeId: 'p', name: 'Inn' }))
    service.answer('/inspection-plans/i', () => Response.json({ items: [{ venueId: 'v', name: 'Bar' }] }))
    service.answer('/inspection-plans/gone', () => problem(404, 'NOT_FOUND'))
    expect(await premisesOf({ blindSpot: 'b' }, null)).toEqual({ placeId: 'p', name: 'Inn' })
    expect(await premisesOf({ plan: 'i', venue: 'v' }, null)).toEqual({ venueId: 'v', name: 'Bar' })
    expect(await premisesOf({ plan: 'i', venue: 'else' }, null)).toBeUndefined()
    expect(await premisesOf({ plan: 'gone', venue: 'v' }, null)).toBeUndefined()
  })
})
