import { NoAlbum, NoCamera, type Platform } from './platform'
import { oneAfterAnother } from './queue'

/** Where the mini-program finds the service; WeChat allows only addresses that its console lists. */
const ORIGIN = import.meta.env.VITE_VENUEPASS_ORIGIN ?? ''

/** What WeChat says of a key under which nothing is kept; any other failure says nothing about that. */
const NOTHING = /data not found/i

let bright = false
let brightness: number | undefined

const LONGEST_NAME = 40

/** Nothing of a person stays behind in a file: a card to print is as good as the pass itself. */
function removeFiles(): void {
  const files = uni.getFileSystemManager()
  const removeAll = (names: string[]) =>
    names.forEach((filePath) =>
      files.unlink({ filePath: `${wx.env.USER_DATA_PATH}/${filePath}`, fail: () => undefined }),
    )
  files.readdir({
    dirPath: wx.env.USER_DATA_PATH,
    success: ({ files: names }: { files: string[] }) => removeAll(names),
    fail: () => undefined,
  })
}

function write(data: ArrayBuffer, name: string): Promise<string> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name.slice(-LONGEST_NAME)}`
  return new Promise((resolve, reject) =>
    uni.getFileSystemManager().writeFile({
      filePath,
      data,
      encoding: 'binary',
      success: () => resolve(filePath),
      fail: (failure) => reject(new Error(failure.errMsg)),
    }),
  )
}

/** Inside WeChat. */
export const weChat: Platform = {
  origin: ORIGIN,

  start: removeFiles,

  landingCode: () => undefined,

  weChatCode: () =>
    new Promise((resolve, reject) =>
      uni.login({
        provider: 'weixin',
        success: (login) => resolve(login.code),
        fail: (failure: { errMsg: string }) => reject(new Error(failure.errMsg)),
      }),
    ),

  scan: () =>
    new Promise((resolve, reject) =>
      uni.scanCode({
        scanType: ['qrCode'],
        success: (found) => resolve(found.result),
        fail: (failure: { errMsg: string }) =>
          /cancel/.test(failure.errMsg) ? resolve(undefined) : reject(new NoCamera(failure.errMsg)),
      }),
    ),

  /** WeChat's own scanner is a page of its own. */
  stopScan: () => undefined,

  feel(feeling) {
    if (feeling === 'good') {
      uni.vibrateShort({})
    } else {
      uni.vibrateLong({})
    }
  },

  brighten(on) {
    bright = on
    uni.setKeepScreenOn({ keepScreenOn: on })
    if (!on) {
      uni.setScreenBrightness({ value: brightness ?? -1 })
      brightness = undefined
      return
    }
    uni.getScreenBrightness({
      success: ({ value }) => {
        if (bright) {
          brightness ??= value
          uni.setScreenBrightness({ value: 1 })
        }
      },
    })
  },

  async savePicture(picture, name) {
    const filePath = await write(picture, name)
    try {
      await new Promise<void>((resolve, reject) =>
        uni.saveImageToPhotosAlbum({
          filePath,
          success: () => resolve(),
          fail: ({ errMsg }: { errMsg: string }) =>
            reject(/auth/.test(errMsg) ? new NoAlbum(errMsg) : new Error(errMsg)),
        }),
      )
    } finally {
      removeFiles()
    }
  },

  async openDocument(document, name) {
    const filePath = await write(document, name)
    await uni.openDocument({ filePath, showMenu: true })
  },

  keep: (key, text) =>
    new Promise((resolve, reject) =>
      uni.setStorage({
        key,
        data: text,
        success: () => resolve(),
        fail: () => reject(new Error('not kept')),
      }),
    ),

  kept: (key) =>
    new Promise((resolve, reject) =>
      uni.getStorage({
        key,
        success: ({ data }) => resolve(typeof data === 'string' ? data : undefined),
        fail: ({ errMsg }: { errMsg: string }) =>
          NOTHING.test(errMsg) ? resolve(undefined) : reject(new Error(errMsg)),
      }),
    ),

  alone: oneAfterAnother,

  watchNetwork(told) {
    uni.onNetworkStatusChange(({ isConnected }) => told(isConnected))
    uni.getNetworkType({ success: ({ networkType }) => told(networkType !== 'none') })
  },

  get languages() {
    return [uni.getAppBaseInfo().language.replace('_', '-')]
  },

  tellLanguage: () => undefined,
}
