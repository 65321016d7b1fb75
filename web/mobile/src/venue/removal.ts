import { Problem } from '@/api/problem'

const NOT_FOUND = 404

/** Removes; what is gone already, is removed. An answer that got lost is asked for again so. */
export async function removed(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (failure) {
    if (!(failure instanceof Problem && failure.status === NOT_FOUND)) {
      throw failure
    }
  }
}
