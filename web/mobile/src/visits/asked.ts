import { shallowRef } from 'vue'
import type { Visit } from './words'

/** The visit about which something is to be asked; kept in memory only. */
export const askedAbout = shallowRef<Visit>()
