import { createSSRApp } from 'vue'
import App from './App.vue'
import { start } from './platform'

start()

/** Called by uni-app, which mounts it in a browser and registers it in WeChat. */
export function createApp() {
  return { app: createSSRApp(App) }
}
