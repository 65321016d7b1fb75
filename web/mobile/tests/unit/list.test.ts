import { beforeEach, expect, it, vi } from 'vitest'
import { SignInNeeded } from '@/api/problem'
import { useList, type Part } from '@/state/list'
import { useLoad } from '@/state/load'
import { forget, play } from './hooks-stub'
import './phone-stub'

vi.mock('@/platform', () => import('./phone-stub'))
vi.mock('@dcloudio/uni-app', () => import('./hooks-stub'))

const settled = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  forget()
  vi.mocked(uni.navigateTo).mockClear()
})

it('a list leaves out the rest of what it was before it was loaded anew', async () => {
  let late: (part: Part<string>) => void = () => undefined
  const list = useList((cursor) =>
    cursor === undefined
      ? Promise.resolve({ items: ['new'], next: null })
      : new Promise<Part<string>>((resolve) => (late = resolve)),
  )
  list.load.value = ['old']
  list.next = 'more'
  const more = list.more()
  await list.load.reload()
  late({ items: ['old too'], next: null })
  await more
  expect(list.load.value).toEqual(['new'])
})

it('who comes back from signing in without it is not sent there again', async () => {
  const page = {}
  vi.stubGlobal('getCurrentPages', () => [page])
  const load = useLoad(() => Promise.reject(new SignInNeeded()))
  const other = useLoad(() => Promise.reject(new SignInNeeded()))
  play('show')
  await settled()
  expect(uni.navigateTo).toHaveBeenCalledTimes(1)
  play('show')
  await settled()
  expect(uni.navigateTo).toHaveBeenCalledTimes(1)
  expect(load.message).toBe('请先登录')
  expect(other.message).toBe('请先登录')
  await load.reload()
  expect(uni.navigateTo).toHaveBeenCalledTimes(2)
})
