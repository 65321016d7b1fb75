import type { CaseFilters } from './case-desk'
import { GRADES, type Grade } from './types'

interface Narrowing {
  ring?: 1 | 2
  grade?: Grade
  minOverlapMinutes?: number
  staff?: boolean
}

/** What the address narrows contacts to, as the API has it; what is no such value does not narrow. */
export function narrowing({
  ring,
  grade,
  minutes,
  staff,
}: Pick<CaseFilters, 'ring' | 'grade' | 'minutes' | 'staff'>): Narrowing {
  return {
    ...(ring === '1' || ring === '2' ? { ring: Number(ring) as 1 | 2 } : {}),
    ...(GRADES.includes(grade as Grade) ? { grade: grade as Grade } : {}),
    ...(/^\d{1,5}$/.test(minutes) ? { minOverlapMinutes: Number(minutes) } : {}),
    ...(staff === 'true' || staff === 'false' ? { staff: staff === 'true' } : {}),
  }
}
