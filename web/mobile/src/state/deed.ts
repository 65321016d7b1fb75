import { reactive } from 'vue'
import { explain } from './failure'
import { wentForWhatIsMissing } from './navigation'

/** Something that a tap does, once at a time, with what to tell when it fails. */
export interface Deed {
  busy: boolean
  message: string
  /** Answers whether it went well. */
  run: (work: () => Promise<unknown>) => Promise<boolean>
}

export function useDeed(): Deed {
  const deed = reactive<Deed>({
    busy: false,
    message: '',
    async run(work) {
      if (deed.busy) {
        return false
      }
      Object.assign(deed, { busy: true, message: '' })
      try {
        await work()
        return true
      } catch (failure) {
        if (!wentForWhatIsMissing(failure)) {
          deed.message = explain(failure)
        }
        return false
      } finally {
        deed.busy = false
      }
    },
  })
  return deed
}
