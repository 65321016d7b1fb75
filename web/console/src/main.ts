import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './app.css'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { router } from './frame/router'
import { followPreferences } from './preferences'
import { keepKeysInFront, lockWhenIdle } from './session/idle'
import { session } from './session/session'

followPreferences()
lockWhenIdle()
keepKeysInFront()
void session.resume()
createApp(App).use(router).mount('#app')

// Dialogs and notices hang outside the app; the lock covers them too.
watch(
  () => session.state.locked,
  (locked) => document.body.classList.toggle('locked', locked),
)
