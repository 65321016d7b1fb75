import type { components } from '@/api/schema'
import { momentOf } from '@/i18n'
import { sayAccesses } from '@/i18n/accesses'

export type Access = components['schemas']['Access']
type Words = Parameters<typeof sayAccesses>[0]

/** A look as people say it. */
export interface AccessInWords {
  who: string
  did: string
  purpose: string
  about: string
  at: string
  reference: string
}

/** Kinds that a newer service knows are told in general words. */
function known(code: string, otherwise: Words): string {
  return sayAccesses(code as Words) || sayAccesses(otherwise)
}

function about({ own, forFamily }: Access, names: ReadonlyMap<string, string>): string {
  const family = forFamily.map((id) => {
    const name = names.get(id)
    return name ? sayAccesses('ofFamily', { name }) : sayAccesses('unknownFamily')
  })
  return [...(own ? [sayAccesses('own')] : []), ...new Set(family)].join(sayAccesses('and'))
}

export function accessInWords(access: Access, names: ReadonlyMap<string, string>): AccessInWords {
  const { role, divisionName, venueName } = access.by
  return {
    who: [venueName, divisionName, known(`by_${role}`, 'somebody')].filter(Boolean).join(' · '),
    did: known(access.action, 'looked'),
    purpose: sayAccesses('purpose', { purpose: known(access.purpose, 'looked') }),
    about: about(access, names),
    at: momentOf(access.at),
    reference: access.reference ? sayAccesses('reference', { reference: access.reference }) : '',
  }
}
