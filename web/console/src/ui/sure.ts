import { ElMessageBox } from 'element-plus'
import { say } from '@/i18n'

/** Asks before what cannot be taken back; the second half of a double click answers nothing. */
export async function isSure(title: string, text: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(text, title, {
      type: 'warning',
      confirmButtonText: say('confirm'),
      cancelButtonText: say('cancel'),
      closeOnClickModal: false,
    })
    return true
  } catch {
    return false
  }
}
