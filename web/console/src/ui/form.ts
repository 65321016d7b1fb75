import { reactive } from 'vue'
import { Problem, SignInNeeded } from '@/api/problem'
import { explain, traceOf } from './failure'

/** What a person fills in. It stays as typed whatever the service answers. */
export interface Form<V extends object> {
  values: V
  /** By field, for `el-form-item`'s `error`. */
  errors: Partial<Record<keyof V & string, string>>
  /** What belongs to no field. */
  message: string
  busy: boolean
  /** Sends once at a time; answers whether it went well. */
  send: (work: (values: V) => Promise<unknown>) => Promise<boolean>
}

/** A form with these values at first. */
export function useForm<V extends object>(initial: V): Form<V> {
  const form = reactive<Form<object>>({
    values: initial,
    errors: {},
    message: '',
    busy: false,
    async send(work) {
      if (form.busy) {
        return false
      }
      Object.assign(form, { busy: true, errors: {}, message: '' })
      try {
        await work(form.values)
        return true
      } catch (failure) {
        tell(failure)
        return false
      } finally {
        form.busy = false
      }
    },
  })

  function tell(failure: unknown): void {
    if (failure instanceof SignInNeeded) {
      return
    }
    const fields = failure instanceof Problem ? [...failure.fields] : []
    const own = fields.filter(([field]) => field in form.values)
    form.errors = Object.fromEntries(own)
    const others = fields.filter(([field]) => !(field in form.values)).map(([, text]) => text)
    const told = own.length === 0 ? explain(failure) : others.join(' ')
    form.message = told && [told, traceOf(failure)].filter(Boolean).join(' · ')
  }

  return form as unknown as Form<V>
}
