import { describe, expect, it } from 'vitest'
import { Problem, Unreachable, withColumns } from '@/api/problem'
import { preferences } from '@/preferences'
import { headingOf } from '@/survey/texts'
import { explain } from '@/ui/failure'

preferences.language = 'en'

const refused = (...errors: { field: string; message: string }[]) =>
  new Problem(
    422,
    {
      type: '',
      title: 'Wrong',
      detail: errors[0]?.message ?? '',
      status: 422,
      code: 'INVALID_VALUE',
      errors,
    },
    'id-1',
  )

describe('what is wrong with a table', () => {
  it('should name its columns as their headings do, and keep what operators look for', () => {
    const failure = withColumns(
      refused({ field: 'address', message: 'is no column' }, { field: 'csv', message: 'has the wrong form' }),
      headingOf,
    )
    expect(explain(failure)).toBe('Wrong Address：is no column has the wrong form')
    expect(failure).toMatchObject({ status: 422, code: 'INVALID_VALUE', requestId: 'id-1' })
  })

  it('should not be told twice', () => {
    expect(explain(refused({ field: 'csv', message: 'has the wrong form' }))).toBe('has the wrong form')
  })

  it('should leave alone what is no answer', () => {
    const lost = new Unreachable('status 502')
    expect(withColumns(lost, headingOf)).toBe(lost)
  })
})
