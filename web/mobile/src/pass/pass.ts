import { onHide, onShow, onUnload } from '@dcloudio/uni-app'
import { shallowReactive, watch } from 'vue'
import { mayPass } from '@/api/problem'
import { explain } from '@/state/failure'
import { wentForWhatIsMissing } from '@/state/navigation'
import { online } from '@/state/network'
import { secondsLeft, wantsRenewal } from './lifetime'

const TICK_MILLIS = 1000
const RETRY_MILLIS = 10_000

/** A pass code as a picture for the screen. */
export interface Picture {
  /** A `data:` address. */
  source: string
  /** The service's time; the code in the picture is good at least until then. */
  expiresAt: string
}

/** The pass code that a page shows. */
export interface Pass {
  picture: Picture | undefined
  /** How long the picture is still good. */
  seconds: number
  /** One was shown, and it expired before there was another. */
  expired: boolean
  busy: boolean
  /** Why there is no newer one. */
  message: string
  renew: () => Promise<void>
}

/**
 * A pass code that renews itself while the page is in front, is taken off the screen when it
 * expires, and comes back with the network or the page.
 */
export function usePass(draw: () => Promise<Picture>): Pass {
  const pass = shallowReactive<Pass>({
    picture: undefined,
    seconds: 0,
    expired: false,
    busy: false,
    message: '',
    renew: () => renew(false),
  })
  let askedAt = 0
  let failedAt = 0
  /** Whether asking again by itself makes sense. */
  let mayRetry = true
  let ticking: ReturnType<typeof setInterval> | undefined

  async function renew(byItself: boolean): Promise<void> {
    if (pass.busy) {
      return
    }
    pass.busy = true
    const asked = Date.now()
    try {
      const picture = await draw()
      askedAt = asked
      mayRetry = true
      Object.assign(pass, { picture, expired: false, message: '' })
    } catch (failure) {
      failedAt = Date.now()
      mayRetry = mayPass(failure)
      pass.message = explain(failure)
      if (!mayRetry) {
        pass.picture = undefined
        wentForWhatIsMissing(failure, byItself)
      }
    } finally {
      pass.busy = false
      count()
    }
  }

  function count(): void {
    const now = Date.now()
    pass.seconds = pass.picture ? secondsLeft(askedAt, now) : 0
    if (pass.picture && pass.seconds === 0) {
      pass.picture = undefined
      pass.expired = true
    }
  }

  function tick(): void {
    count()
    const now = Date.now()
    const wanted = pass.picture === undefined || wantsRenewal(askedAt, now)
    const rested = now < failedAt || now - failedAt >= RETRY_MILLIS
    if (wanted && rested && mayRetry) {
      void renew(true)
    }
  }

  function stop(): void {
    clearInterval(ticking)
    ticking = undefined
  }

  onShow(() => {
    stop()
    ticking = setInterval(tick, TICK_MILLIS)
    mayRetry = true
    failedAt = 0
    tick()
  })
  onHide(stop)
  onUnload(stop)
  watch(online, (now) => {
    if (now && ticking !== undefined) {
      failedAt = 0
      tick()
    }
  })

  return pass
}
