import { onUnmounted, reactive } from 'vue'
import { api } from '@/api/client'

const WAIT_SECONDS = 60

/** A code sent to a phone by text message, and how long to wait before another one. */
export function useSmsCode() {
  let ticking: ReturnType<typeof setInterval> | undefined
  const sms = reactive({
    sent: undefined as { minutes: number; demoCode?: string } | undefined,
    wait: 0,

    /** Fails as the API does. */
    async request(phone: string): Promise<void> {
      const { expiresIn, demoCode } = await api.post('/api/v1/sessions/phone', {
        body: { phone },
        withoutToken: true,
      })
      sms.sent = { minutes: Math.floor(expiresIn / 60), demoCode }
      waitFor(WAIT_SECONDS)
    },
  })

  function waitFor(seconds: number): void {
    clearInterval(ticking)
    sms.wait = seconds
    ticking = setInterval(() => {
      sms.wait -= 1
      if (sms.wait <= 0) {
        clearInterval(ticking)
      }
    }, 1000)
  }

  onUnmounted(() => clearInterval(ticking))
  return sms
}
