import { ElMessageBox } from 'element-plus'
import { useCaseDesk } from './case-desk'
import { say } from './texts-trace'
import type { Statement } from './types'
import { api, ask } from '@/api/client'
import { useDeed } from '@/ui/deed'

/** Takes a statement back, after asking. */
export function useWithdrawal(id: string): { ask: (told: Statement) => Promise<void> } {
  const desk = useCaseDesk()
  const withdrawing = useDeed()

  async function sure(): Promise<boolean> {
    return ElMessageBox.confirm(say('withdrawSure'), say('withdraw'), { type: 'warning' }).then(
      () => true,
      () => false,
    )
  }

  return {
    async ask(told) {
      if (withdrawing.busy || !(await sure())) {
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
