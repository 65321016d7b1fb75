import { reactive } from 'vue'
import { tellDone, tellFailure } from './failure'

/** Something that a click does, once at a time. */
export interface Deed {
  busy: boolean
  /** Answers whether it went well; tells it at the edge of the page when not, and `done` when it did. */
  run: (work: () => Promise<unknown>, done?: string) => Promise<boolean>
}

export function useDeed(): Deed {
  const deed = reactive<Deed>({
    busy: false,
    async run(work, done) {
      if (deed.busy) {
        return false
      }
      deed.busy = true
      try {
        await work()
        if (done) {
          tellDone(done)
        }
        return true
      } catch (failure) {
        tellFailure(failure)
        return false
      } finally {
        deed.busy = false
      }
    },
  })
  return deed
}
