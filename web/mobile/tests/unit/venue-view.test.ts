import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/api/client'
import { Problem, Unreachable } from '@/api/problem'
import { viewVenue } from '@/venue/view'

vi.mock('@/api/client', () => ({ api: { get: vi.fn() } }))

const get = vi.mocked(api.get)
let answers: Record<string, unknown>

const venue = (status: string, myRole: string) => ({
  id: 'v',
  type: 'HOTEL',
  communityCode: '659002001001',
  status,
  myRole,
})

beforeEach(() => {
  answers = {
    '/api/v1/venue-types': { items: [{ code: 'HOTEL', name: '宾馆' }] },
    '/api/v1/divisions': { items: [] },
    '/api/v1/venues/{id}/posters': { items: [{ id: 'p' }] },
    '/api/v1/venues/{id}/inspections': { items: [], next: null },
    '/api/v1/venues/{id}/managers': { items: [{ id: 'm' }] },
    '/api/v1/venues/{id}/children': { items: [] },
  }
  get.mockReset().mockImplementation(((path: string) => {
    const answer = answers[path]
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }) as never)
})

const asked = () => get.mock.calls.map(([path]) => path)

describe('the view of a venue', () => {
  it('should ask for nothing but the venue before it is approved', async () => {
    answers['/api/v1/venues/{id}'] = venue('PENDING', 'APPLICANT')
    expect(await viewVenue('v')).toMatchObject({ typeName: '宾馆', posters: [], managers: [] })
    expect(asked()).not.toContain('/api/v1/venues/{id}/posters')
  })

  it('should not ask for a manager what only the applicant sees', async () => {
    answers['/api/v1/venues/{id}'] = venue('APPROVED', 'MANAGER')
    expect(await viewVenue('v')).toMatchObject({ posters: [{ id: 'p' }], managers: [] })
    expect(asked()).not.toContain('/api/v1/venues/{id}/managers')
  })

  it('should tell a manager who is not active yet when that will be', async () => {
    answers['/api/v1/venues/{id}'] = venue('APPROVED', 'MANAGER')
    answers['/api/v1/venues/{id}/posters'] = new Problem(409, {
      type: 'urn:venuepass:problem:MANAGER_NOT_ACTIVE',
      title: '',
      status: 409,
      detail: '14:05',
      code: 'MANAGER_NOT_ACTIVE',
    })
    expect(await viewVenue('v')).toMatchObject({ notYet: '14:05', posters: [] })
  })

  it('should do without the names of divisions, but not without what it is about', async () => {
    answers['/api/v1/venues/{id}'] = venue('APPROVED', 'APPLICANT')
    answers['/api/v1/divisions'] = new Unreachable()
    expect(await viewVenue('v')).toMatchObject({ communityName: '659002001001', managers: [{ id: 'm' }] })
    answers['/api/v1/venues/{id}/managers'] = new Unreachable()
    await expect(viewVenue('v')).rejects.toBeInstanceOf(Unreachable)
  })
})
