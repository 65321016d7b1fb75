import { Problem, SignInNeeded, Unreachable } from '@/api/problem'
import { say } from '@/i18n'
import { NoCamera } from '@/platform'
import { online } from './network'

/** What to tell a person about it. */
export function explain(failure: unknown): string {
  if (failure instanceof Problem) {
    return failure.message
  }
  if (failure instanceof Unreachable) {
    return online.value ? say('unreachable') : say('offline')
  }
  if (failure instanceof SignInNeeded) {
    return say('signInNeeded')
  }
  return failure instanceof NoCamera ? say('noCamera') : say('failed')
}
