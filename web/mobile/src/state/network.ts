import { readonly, ref } from 'vue'
import { platform } from '@/platform'

const state = ref(true)

platform.watchNetwork((now) => (state.value = now))

/** Whether the device believes to have a network. */
export const online = readonly(state)
