import { beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '@/api/client'
import { communityChoice } from '@/venue/community'
import { levelsTo, nameOf } from '@/venue/divisions'
import type { Division } from '@/venue/types'

vi.mock('@/api/client', () => ({ api: { get: vi.fn() } }))
vi.mock('@/state/failure', () => ({ explain: () => 'offline' }))

const division = (code: string, level: Division['level'], parent: string | null): Division => ({
  code,
  level,
  parent,
  name: `n${code}`,
})
const TREE = [
  division('659002000000', 'HEADQUARTERS', null),
  division('659002001000', 'TERRITORY', '659002000000'),
  division('659002010000', 'TERRITORY', '659002000000'),
  division('659002011000', 'TERRITORY', '659002000000'),
  division('659002001001', 'COMMUNITY', '659002001000'),
  division('659002011001', 'COMMUNITY', '659002011000'),
]
const get = vi.mocked(api.get)

beforeEach(() => {
  get
    .mockReset()
    .mockImplementation(((_: string, { query }: { query: { parent?: string } }) =>
      Promise.resolve({ items: TREE.filter(({ parent }) => parent === (query.parent ?? null)) })) as never)
})

describe('the way to a community', () => {
  it('should go by its code, level by level', async () => {
    const levels = await levelsTo('659002011001')
    expect(levels.map(({ chosen }) => chosen)).toEqual(['659002000000', '659002011000', '659002011001'])
    expect(await nameOf('659002011001')).toBe('n659002011000 · n659002011001')
  })

  it('should stop where it is not known', async () => {
    expect(await nameOf('659002011009')).toBe('659002011009')
    expect(await nameOf('110000000000')).toBe('110000000000')
  })
})

describe('choosing a community', () => {
  it('should choose by itself what is the only choice, but no community', async () => {
    const choice = communityChoice('', () => undefined)
    await choice.load()
    expect(choice.levels.map(({ chosen }) => chosen)).toEqual(['659002000000', ''])
  })

  it('should tell the community once there, and none when the way changes', async () => {
    const told: string[] = []
    const choice = communityChoice('', (code) => told.push(code))
    await choice.load()
    await choice.choose(1, '659002001000')
    await choice.choose(2, '659002001001')
    await choice.choose(1, '659002011000')
    expect(told).toEqual(['', '659002001001', ''])
    expect(choice.levels).toHaveLength(3)
    expect(choice.levels[2]?.chosen).toBe('')
  })

  it('should begin where an application was', async () => {
    const choice = communityChoice('659002001001', () => undefined)
    await choice.load()
    expect(choice.levels.map(({ chosen }) => chosen)).toEqual([
      '659002000000',
      '659002001000',
      '659002001001',
    ])
  })

  it('should go on where the network failed', async () => {
    const choice = communityChoice('', () => undefined)
    await choice.load()
    get.mockRejectedValueOnce(new Error())
    await choice.choose(1, '659002001000')
    expect(choice.message).toBe('offline')
    await choice.load()
    expect(choice.message).toBe('')
    expect(choice.levels).toHaveLength(3)
  })
})
