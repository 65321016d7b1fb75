import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/api/client'
import { Problem, Unreachable } from '@/api/problem'
import {
  applicationOf,
  applying,
  bodyOf,
  emptyApplication,
  isWholeNumberOrEmpty,
  missing,
} from '@/venue/application'
import type { Venue } from '@/venue/types'

vi.mock('@/api/client', () => ({ api: { post: vi.fn(), put: vi.fn() } }))

const filled = () => ({
  ...emptyApplication(),
  name: ' 样本宾馆 ',
  type: 'HOTEL',
  contactName: '样本甲',
  contactPhone: '13800001234',
  communityCode: '659002001001',
  address: '塔里木大道 1 号',
})
const problem = (status: number) =>
  new Problem(status, {
    type: 'urn:venuepass:problem:INVALID_VALUE',
    title: '',
    status,
    detail: '',
    code: 'INVALID_VALUE',
  })

describe('an application', () => {
  it('should name the fields of the notice that are empty', () => {
    expect(missing({ ...filled(), address: '  ', type: '' })).toEqual(['type', 'address'])
    expect(missing(filled())).toEqual([])
  })

  it('should be sent without blanks around, and with nothing where nothing was typed', () => {
    expect(bodyOf(filled())).toMatchObject({
      name: '样本宾馆',
      capacity: null,
      socialCreditCode: null,
      parentVenueId: null,
    })
  })

  it('should take the digits of a Chinese keyboard', () => {
    expect(bodyOf({ ...filled(), capacity: '２００' }).capacity).toBe(200)
    expect(isWholeNumberOrEmpty('２００')).toBe(true)
    expect(['12x', '1.5', '-3'].some(isWholeNumberOrEmpty)).toBe(false)
  })

  it('should lose nothing of a venue that is corrected', () => {
    const body = {
      ...bodyOf(filled()),
      tracksExits: true,
      capacity: 200,
      socialCreditCode: '91659002MA7770000X',
      parentVenueId: '01a225c2-c851-70ba-b79b-5262b4ab290e',
    }
    expect(bodyOf(applicationOf(body as unknown as Venue))).toEqual(body)
  })
})

describe('applying', () => {
  const post = vi.mocked(api.post)
  const put = vi.mocked(api.put)
  const key = (call: number) => post.mock.calls[call]?.[1].idempotencyKey

  beforeEach(() => {
    post.mockReset().mockResolvedValue({ id: 'v1' } as never)
    put.mockReset()
  })

  it('should create once when an answer got lost', async () => {
    const apply = applying()
    post.mockRejectedValueOnce(new Unreachable())
    await expect(apply(bodyOf(filled()))).rejects.toBeInstanceOf(Unreachable)
    await apply(bodyOf(filled()))
    expect(key(1)).toBe(key(0))
    expect(put).not.toHaveBeenCalled()
  })

  it('should correct what was created when it was changed after an answer got lost', async () => {
    const apply = applying()
    post.mockRejectedValueOnce(new Unreachable())
    await expect(apply(bodyOf(filled()))).rejects.toBeInstanceOf(Unreachable)
    const changed = bodyOf({ ...filled(), name: '样本宾馆二' })
    await apply(changed)
    expect(key(1)).toBe(key(0))
    expect(put).toHaveBeenCalledWith('/api/v1/venues/{id}', { path: { id: 'v1' }, body: changed })
  })

  it('should begin anew after a refusal', async () => {
    const apply = applying()
    post.mockRejectedValueOnce(problem(422))
    await expect(apply(bodyOf(filled()))).rejects.toBeInstanceOf(Problem)
    await apply(bodyOf({ ...filled(), name: '样本宾馆二' }))
    expect(key(1)).not.toBe(key(0))
    expect(put).not.toHaveBeenCalled()
  })
})
