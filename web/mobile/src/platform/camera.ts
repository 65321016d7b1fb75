import { NoCamera, type ScanPrompt } from './platform'

const LONGEST_SIDE = 800

/** All that the camera sees, since few people hold a code just in the middle; smaller, to be quick. */
function everything({ videoWidth, videoHeight }: HTMLVideoElement) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(videoWidth, videoHeight))
  return {
    x: 0,
    y: 0,
    width: videoWidth,
    height: videoHeight,
    downScaledWidth: Math.round(videoWidth * scale),
    downScaledHeight: Math.round(videoHeight * scale),
  }
}

/** What leaving the page does just now. */
let stopped: () => void = () => undefined

/** Closes the window, if it is open, as if the person had. */
export function stopCamera(): void {
  stopped()
}

/** A window over the page that shows the camera until a code is read or the person closes it. */
export async function scanWithCamera(prompt: ScanPrompt): Promise<string | undefined> {
  let left = false
  stopped = () => (left = true)
  const { default: QrScanner } = await import('qr-scanner')
  if (left) {
    return undefined
  }
  const before = document.activeElement
  const view = document.createElement('dialog')
  view.className = 'camera'
  view.setAttribute('aria-label', prompt.title)
  const picture = document.createElement('video')
  picture.className = 'camera-picture'
  picture.setAttribute('aria-label', prompt.title)
  const title = document.createElement('p')
  title.textContent = prompt.title
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'camera-close'
  close.textContent = prompt.close
  view.append(picture, title, close)
  document.body.append(view)
  if (view.showModal) {
    view.showModal()
  } else {
    view.setAttribute('open', '')
  }

  let scanner: InstanceType<typeof QrScanner> | undefined
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      close.onclick = () => resolve(undefined)
      stopped = () => resolve(undefined)
      view.oncancel = () => resolve(undefined)
      scanner = new QrScanner(picture, (found) => resolve(found.data), {
        returnDetailedScanResult: true,
        preferredCamera: 'environment',
        maxScansPerSecond: 10,
        calculateScanRegion: everything,
      })
      scanner.start().catch((reason: unknown) => reject(new NoCamera(String(reason))))
    })
  } finally {
    stopped = () => undefined
    scanner?.destroy()
    view.remove()
    if (before instanceof HTMLElement) {
      before.focus()
    }
  }
}
