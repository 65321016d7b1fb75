import type { Schema } from '@/api/client'
import type { Role } from '@/session/session'

export type Staff = Schema['Staff']

export const ROLES: Role[] = ['REVIEWER', 'SUPERVISOR', 'TRACER', 'CONTROLLER', 'ADMIN', 'AUDITOR']

/** What an account may do and where, as a form has it. */
export interface Rights {
  roles: Role[]
  /** `types` for an industry department. */
  scope: 'division' | 'types'
  divisionCode: string
  venueTypes: string[]
}

export const noRights = (): Rights => ({ roles: [], scope: 'division', divisionCode: '', venueTypes: [] })

export const rightsOf = ({ roles, divisionCode, venueTypes }: Staff): Rights => ({
  roles: [...roles],
  scope: venueTypes ? 'types' : 'division',
  divisionCode: divisionCode ?? '',
  venueTypes: [...(venueTypes ?? [])],
})

/** As the API spells them: a division or venue types, and supervisors alone have venue types. */
export function bodyOf({ roles, scope, divisionCode, venueTypes }: Rights) {
  return scope === 'types'
    ? { roles: ['SUPERVISOR'] as Role[], venueTypes }
    : { roles, divisionCode: divisionCode || null }
}

export const complete = ({ roles, scope, divisionCode, venueTypes }: Rights): boolean =>
  scope === 'types' ? venueTypes.length > 0 : roles.length > 0 && divisionCode !== ''
