import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { reactive } from 'vue'
import { say } from '@/i18n'
import { sayGate } from '@/i18n/gate'
import { platform } from '@/platform'
import { explain } from '@/state/failure'
import type { Desk } from './desk'

const NEXT_SECONDS = 3

/** One person after the other before the camera, as long as the page is in front. */
export function useRounds({ desk, read }: Pick<Desk, 'desk' | 'read'>, answered: () => void) {
  const state = reactive({
    mode: 'idle' as 'idle' | 'scanning' | 'typing',
    /** Until the camera opens by itself; 0 where it does not. */
    seconds: 0,
    message: '',
  })
  let ticking: ReturnType<typeof setInterval> | undefined
  let reading = false
  let inFront = true
  let gone = false

  function wait(): void {
    clearInterval(ticking)
    state.seconds = 0
  }

  /** The next one comes by itself, unless somebody must look at this one. */
  function count(): void {
    wait()
    const last = desk.shown
    const look = last?.kind === 'failed' || (last?.kind === 'answer' && last.answer.outcome === 'REFUSED')
    if (look || gone || state.mode !== 'scanning') {
      return
    }
    state.seconds = NEXT_SECONDS
    ticking = setInterval(tick, 1000)
  }

  /** Stands still behind another page, as the one of WeChat's camera is. */
  function tick(): void {
    if (inFront) {
      state.seconds -= 1
      if (state.seconds <= 0) {
        void scan()
      }
    }
  }

  async function scan(): Promise<void> {
    wait()
    if (reading || gone || !inFront) {
      return
    }
    reading = true
    Object.assign(state, { mode: 'scanning', message: '' })
    try {
      const code = await platform.scan({ title: sayGate('pointAtPass'), close: say('close') })
      if (gone) {
        return
      }
      if (code === undefined) {
        stop()
        return
      }
      await read(code.trim())
      if (!gone) {
        answered()
        count()
      }
    } catch (failure) {
      stop()
      state.message = explain(failure)
    } finally {
      reading = false
    }
  }

  function stop(): void {
    wait()
    state.mode = 'idle'
    desk.shown = undefined
  }

  onShow(() => (inFront = true))
  onHide(() => {
    inFront = false
    wait()
    platform.stopScan()
  })
  onUnload(() => {
    gone = true
    wait()
    platform.stopScan()
  })

  return {
    state,
    scan,
    stop,

    startTyping(): void {
      stop()
      state.mode = 'typing'
    },

    next(): void {
      if (state.mode === 'scanning') {
        void scan()
      } else {
        desk.shown = undefined
      }
    },
  }
}
