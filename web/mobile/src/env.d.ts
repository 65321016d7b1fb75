/// <reference types="vite/client" />

declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}

/** Of WeChat's own object only what uni-app does not pass on. */
declare const wx: { env: { USER_DATA_PATH: string } }
