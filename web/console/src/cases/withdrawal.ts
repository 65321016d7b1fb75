import { useCaseDesk } from './case-desk'
import { say } from './texts-trace'
import type { Statement } from './types'
import { api, ask } from '@/api/client'
import { useDeed } from '@/ui/deed'
import { isSure } from '@/ui/sure'

/** Takes a statement back, after asking. */
export function useWithdrawal(id: string): { ask: (told: Statement) => Promise<void> } {
  const desk = useCaseDesk()
  const withdrawing = useDeed()

  return {
    async ask(told) {
      if (withdrawing.busy || !(await isSure(say('withdraw'), say('withdrawSure')))) {
        return
      }
      const path = { id, statementId: told.id }
      const remove = () =>
        ask(api.DELETE('/api/v1/cases/{id}/statements/{statementId}', { params: { path } }))
      if (await withdrawing.run(remove, say('withdrawDone'))) {
        desk.worked.value += 1
        await desk.renew()
      }
    },
  }
}
