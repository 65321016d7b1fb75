import { shallowRef } from 'vue'
import { api, ask, type Schema } from '@/api/client'
import { session } from '@/session/session'

export type Division = Schema['Division']

export interface Branch extends Division {
  children: Branch[]
}

const all = shallowRef<Branch[]>([])
const byCode = shallowRef(new Map<string, Branch>())
let loading: Promise<void> | undefined

async function branches(parent?: string): Promise<Branch[]> {
  const { items } = await ask(api.GET('/api/v1/divisions', { params: { query: parent ? { parent } : {} } }))
  return Promise.all(
    items.map(async (division) => ({
      ...division,
      children: division.level === 'COMMUNITY' ? [] : await branches(division.code),
    })),
  )
}

function withAllBelow(branch: Branch): Branch[] {
  return [branch, ...branch.children.flatMap(withAllBelow)]
}

async function load(): Promise<void> {
  try {
    all.value = await branches()
    byCode.value = new Map(all.value.flatMap(withAllBelow).map((branch) => [branch.code, branch]))
  } catch {
    loading = undefined
  }
}

/** The tree of divisions, fetched once and kept while the page is. */
export const divisions = {
  /** Fetches them where that was not done; until then codes stand for names. */
  need(): Promise<void> {
    loading ??= load()
    return loading
  },

  /** After something was changed. */
  forget(): Promise<void> {
    loading = undefined
    return divisions.need()
  },

  nameOf: (code: string | null | undefined): string => (code ? (byCode.value.get(code)?.name ?? code) : ''),

  find: (code: string): Branch | undefined => byCode.value.get(code),

  /** What the signed-in account works for. */
  own(): Branch[] {
    const code = session.state.account?.divisionCode
    const mine = code ? byCode.value.get(code) : undefined
    return code ? (mine ? [mine] : []) : all.value
  },
}
