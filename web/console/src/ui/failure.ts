import { ElNotification } from 'element-plus'
import { Problem, SignInNeeded, Unreachable } from '@/api/problem'
import { say } from '@/i18n'
import { ChangedMeanwhile } from './changed'

/** What to tell a person about it. */
export function explain(failure: unknown): string {
  if (failure instanceof Problem) {
    // The detail says what is wrong with the fields, too.
    const told = new Set([failure.message, ...failure.fields.values()])
    const wait = failure.retryAfterSeconds
    return [...told, ...(wait === undefined ? [] : [say('retryAfter', { seconds: wait })])].join(' ')
  }
  if (failure instanceof ChangedMeanwhile) {
    return say('changedMeanwhile')
  }
  return failure instanceof Unreachable ? say('unreachable') : say('failed')
}

/** `请求编号 …`, by which operators find it in the log; empty when the service did not answer. */
export function traceOf(failure: unknown): string {
  return failure instanceof Problem && failure.requestId ? say('requestId', { id: failure.requestId }) : ''
}

const SHOWN_MILLIS = 10_000

/** Tells it at the edge of the page. When signing in is what is missing the lock tells it by itself. */
export function tellFailure(failure: unknown): void {
  if (failure instanceof SignInNeeded) {
    return
  }
  ElNotification({
    type: 'error',
    title: explain(failure),
    message: traceOf(failure),
    duration: SHOWN_MILLIS,
    position: 'bottom-right',
  })
}

/** Tells that it went well. */
export function tellDone(text = say('done')): void {
  ElNotification({ type: 'success', title: text, duration: 3_000, position: 'bottom-right' })
}
