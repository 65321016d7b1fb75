import { say } from './texts'
import type { Case } from './types'

/** The username of a member of the team; who left it has none here. */
export function memberName({ details }: Pick<Case, 'details'>, id: string | null): string {
  if (!id) {
    return say('nobody')
  }
  return details?.team.find((member) => member.id === id)?.username ?? say('formerMember')
}
