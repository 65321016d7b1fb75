import { divisions } from './divisions'
import { session } from '@/session/session'

/** Whether the signed-in account answers for a whole tree, and so for what is one for all. */
export function ofWholeTree(): boolean {
  const code = session.state.account?.divisionCode
  return code ? divisions.find(code)?.parent === null : false
}
