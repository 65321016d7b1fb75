import type { Platform } from './platform'
// #ifdef H5
import { browser } from './browser'
// #endif
// #ifdef MP-WEIXIN
import { weChat } from './wechat'
// #endif

let chosen: Platform

// #ifdef H5
chosen = browser
// #endif
// #ifdef MP-WEIXIN
chosen = weChat
// #endif

export const platform: Platform = chosen

/** Before the first page opens. */
export function start(): void {
  platform.start()
}

export { NoAlbum, NoCamera } from './platform'
export type { Feeling, Platform } from './platform'
