import { describe, expect, it } from 'vitest'
import { same } from '@/ui/changed'

describe('what was changed meanwhile', () => {
  it('should not be seen in the order of lists and fields', () => {
    expect(same({ a: ['x', 'y'], b: undefined }, { b: undefined, a: ['y', 'x'] })).toBe(true)
    expect(same(undefined, undefined)).toBe(true)
  })

  it('should be seen in every value', () => {
    expect(same({ a: ['x'] }, { a: ['x', 'y'] })).toBe(false)
    expect(same({ a: 1 }, { a: 2 })).toBe(false)
    expect(same(undefined, { a: 1 })).toBe(false)
  })
})
