const fs = require('fs')
const path = require('path')
const simulate = require('miniprogram-simulate')

/** uni-app wraps it anew for every test. */
const { Component } = global

const ROOT = path.resolve(__dirname, '../../dist/build/mp-weixin')

/** A session that is good for an hour. */
const SIGNED_IN = JSON.stringify({
  access: 'token',
  refresh: 'refresh',
  until: Date.now() + 3_600_000,
  realNamed: true,
  accountId: 'me',
})

let pending = 0

/** What the phone offers to a mini-program, and what was asked of it. */
function weChat({ session, answers, scanned, network = 'wifi' }) {
  const storage = new Map(session ? [['session', session]] : [])
  const asked = { requests: [], opened: [], bright: [], vibrated: [], titles: [] }
  const device = {
    SDKVersion: '3.7.0',
    language: 'zh_CN',
    platform: 'devtools',
    windowWidth: 375,
    pixelRatio: 2,
  }
  const api = {
    canIUse: () => true,
    getLaunchOptionsSync: () => ({}),
    getEnterOptionsSync: () => ({}),
    getSystemInfoSync: () => device,
    getAppBaseInfo: () => device,
    getDeviceInfo: () => device,
    getWindowInfo: () => ({ ...device, safeArea: {} }),
    getSystemSetting: () => ({}),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      readdir: ({ success }) => success({ files: [] }),
      unlink: () => undefined,
    }),
    getAppAuthorizeSetting: () => ({}),
    onAppShow() {},
    onAppHide() {},
    onNetworkStatusChange() {},
    getNetworkType: ({ success }) => success({ networkType: network }),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => storage.set(key, value),
    removeStorageSync: (key) => storage.delete(key),
    getStorage: ({ key, success, fail }) =>
      storage.has(key)
        ? success({ data: storage.get(key) })
        : fail({ errMsg: 'getStorage:fail data not found' }),
    setStorage: ({ key, data, success }) => (storage.set(key, data), success({})),
    setNavigationBarTitle: ({ title }) => asked.titles.push(title),
    setKeepScreenOn: ({ keepScreenOn }) => asked.bright.push(keepScreenOn),
    getScreenBrightness: ({ success }) => success({ value: 0.4 }),
    setScreenBrightness: ({ value }) => asked.bright.push(value),
    vibrateShort: () => asked.vibrated.push('short'),
    vibrateLong: () => asked.vibrated.push('long'),
    arrayBufferToBase64: (bytes) => Buffer.from(bytes).toString('base64'),
    scanCode: ({ success, fail }) =>
      scanned === undefined ? fail({ errMsg: 'scanCode:fail cancel' }) : success({ result: scanned }),
  }
  for (const move of ['navigateTo', 'redirectTo', 'reLaunch', 'navigateBack']) {
    api[move] = (options) => {
      asked.opened.push(options.url ?? 'back')
      options.complete?.({})
    }
  }
  api.request = ({ method, url, data, header, success, fail }) => {
    const call = `${method} ${url.replace(/\?.*/, '')}`
    asked.requests.push({ call, body: data, header })
    const answer = answers[call]
    pending += 1
    setTimeout(() => {
      pending -= 1
      if (answer === undefined) {
        fail({ errMsg: 'request:fail' })
      } else {
        success({ statusCode: answer.status ?? 200, data: answer.body ?? answer, header: {} })
      }
    })
    return { abort() {} }
  }
  return { api, asked, storage }
}

/**
 * Opens a page of the built mini-program as WeChat does.
 *
 * @param name of the page, such as `home`
 * @param phone `answers` by method and path (no answer: no network), `session`, what is `scanned`
 */
async function openPage(name, { query, answers = {}, ...phone } = {}) {
  if (!fs.existsSync(path.join(ROOT, 'app.json'))) {
    throw new Error('build the mini-program first: npm run build:mp')
  }
  jest.resetModules()
  const { api, asked, storage } = weChat({ answers, ...phone })
  const app = {}
  const stack = []
  Object.assign(global, {
    wx: Object.assign(global.wx ?? {}, api),
    Component,
    Page: () => undefined,
    App: (options) => Object.assign(app, options),
    getApp: () => app,
    getCurrentPages: () => stack,
  })
  require(path.join(ROOT, 'app.js'))
  return await show(name, query, { asked, answers, storage, stack })
}

async function show(name, query, phone) {
  const id = simulate.load(path.join(ROOT, 'pages', name, name), { rootPath: ROOT, compiler: 'official' })
  const page = simulate.render(id)
  page.attach(document.body.appendChild(document.createElement('main')))
  const life = async (hook, argument) => {
    page.instance[hook]?.(argument)
    await settled()
  }
  phone.stack.push(page.instance)
  await life('onLoad', query ?? {})
  await life('onShow')
  await life('onReady')
  return {
    ...phone,
    life,
    dom: page.dom,
    /** What the page gave WeChat to show; the simulator's pictures have no source. */
    data: () => JSON.stringify(page.instance.data),
    text: () => page.dom.textContent.replace(/\s+/g, ' '),
    /** Taps the button with these words, of whatever component. */
    async tap(words) {
      const buttons = [...page.dom.querySelectorAll('wx-button')]
      const button = buttons.find((one) => one.textContent.includes(words))
      if (button === undefined) {
        throw new Error(`no button says ${words}: ${page.dom.textContent}`)
      }
      touch(button)
      await settled()
    },
    /** Opens another page of the same app above this one. */
    next: (other, query) => show(other, query, phone),
  }
}

function touch(element) {
  const point = { clientX: 1, clientY: 1, pageX: 1, pageY: 1, identifier: 1 }
  for (const kind of ['touchstart', 'touchend']) {
    const event = new Event(kind, { bubbles: true, cancelable: true })
    event.touches = kind === 'touchend' ? [] : [point]
    event.changedTouches = [point]
    element.dispatchEvent(event)
  }
}

/** When nothing is asked any more, and what was answered is shown. */
async function settled() {
  for (let quiet = 0; quiet < 5; quiet += 1) {
    await simulate.sleep(20)
    quiet = pending === 0 ? quiet : 0
  }
}

module.exports = { openPage, settled, SIGNED_IN }
