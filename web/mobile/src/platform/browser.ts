import './browser.css'
import { scanWithCamera } from './camera'
import type { Feeling, Platform } from './platform'
import { oneAfterAnother } from './queue'
import { keep, kept } from './safekeeping'

const POSTER = /^\/s\/([^/]+)$/i
const FETCH_PAGES_AFTER_MILLIS = 3000
const LANDING = '#/pages/landing/landing'

/** Frequency in Hz and length in seconds of each sound. */
const TONES: Record<Feeling, readonly [number, number][]> = {
  good: [[880, 0.16]],
  notice: [
    [660, 0.12],
    [660, 0.12],
  ],
  bad: [[220, 0.5]],
}
const PULSES: Record<Feeling, number[]> = { good: [80], notice: [60, 60, 60], bad: [400] }

let wanted = false
let awake: WakeLockSentinel | undefined

function letSleep(): void {
  void awake?.release()
  awake = undefined
}

async function keepAwake(): Promise<void> {
  const lock = await navigator.wakeLock?.request('screen')
  letSleep()
  awake = lock
  if (!wanted) {
    letSleep()
  }
}

function play(tones: readonly [number, number][]): void {
  const context = new AudioContext()
  let at = context.currentTime
  for (const [frequency, seconds] of tones) {
    const tone = context.createOscillator()
    tone.frequency.value = frequency
    tone.connect(context.destination)
    tone.start(at)
    tone.stop(at + seconds)
    at += seconds * 1.5
  }
  setTimeout(() => void context.close(), (at - context.currentTime) * 1000 + 200)
}

function download(data: ArrayBuffer, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([data], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The other pages come once the first one stands, so that they open when the network is gone. */
async function fetchPages(): Promise<void> {
  for (const fetchPage of Object.values(import.meta.glob('../pages/*/*.vue'))) {
    await fetchPage().catch(() => undefined)
  }
}

/** Any browser. */
export const browser: Platform = {
  origin: '',

  start() {
    addEventListener('load', () => setTimeout(fetchPages, FETCH_PAGES_AFTER_MILLIS))
    const code = this.landingCode()
    if (code !== undefined && !location.hash.startsWith('#/pages/')) {
      history.replaceState(null, '', location.pathname + LANDING)
    }
  },

  landingCode: () => POSTER.exec(location.pathname)?.[1],

  scan: scanWithCamera,
  stopScan: () => undefined,

  feel(feeling) {
    navigator.vibrate?.(PULSES[feeling])
    try {
      play(TONES[feeling])
    } catch {
      // Without sound the screen still says it.
    }
  },

  brighten(on) {
    wanted = on
    if (on) {
      keepAwake().catch(() => undefined)
    } else {
      letSleep()
    }
  },

  savePicture(picture, name) {
    download(picture, 'image/png', name)
    return Promise.resolve()
  },

  openDocument(document, name) {
    download(document, 'application/pdf', name)
    return Promise.resolve()
  },

  keep,
  kept,

  alone: async (name, work) =>
    navigator.locks ? await navigator.locks.request(name, work) : oneAfterAnother(name, work),

  watchNetwork(told) {
    addEventListener('online', () => told(true))
    addEventListener('offline', () => told(false))
    told(navigator.onLine)
  },

  get languages() {
    return navigator.languages
  },

  tellLanguage(language) {
    document.documentElement.lang = language
  },
}
