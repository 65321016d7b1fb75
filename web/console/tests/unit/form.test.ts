import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { useForm } from '@/ui/form'

const refused = (...fields: string[]) =>
  new Problem(422, {
    type: '',
    title: 'Wrong',
    detail: fields.map((field) => `bad ${field}`).join(', '),
    status: 422,
    code: 'INVALID_VALUE',
    errors: fields.map((field) => ({ field, message: `bad ${field}` })),
  })

async function told(...fields: string[]) {
  const form = useForm({ name: '' })
  expect(await form.send(() => Promise.reject(refused(...fields)))).toBe(false)
  return { errors: form.errors, message: form.message }
}

describe('a form', () => {
  it('should say at each field what is wrong with it, and only the rest elsewhere', async () => {
    expect(await told('name')).toEqual({ errors: { name: 'bad name' }, message: '' })
    expect(await told('name', 'other')).toEqual({ errors: { name: 'bad name' }, message: 'bad other' })
    expect(await told()).toEqual({ errors: {}, message: 'Wrong' })
  })
})
