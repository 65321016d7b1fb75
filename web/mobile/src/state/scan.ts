import { api } from '@/api/client'
import type { components } from '@/api/schema'
import { platform } from '@/platform'
import { shallowRef } from 'vue'

export type ScanAnswer = components['schemas']['ScanAnswer']

/** What the last scan on this device was answered; kept in memory only. */
export const lastAnswer = shallowRef<ScanAnswer>()

const FEELINGS = {
  ENTERED: 'good',
  LEFT: 'good',
  LEFT_WITHOUT_ENTRY: 'notice',
  ALREADY_INSIDE: 'notice',
  REFUSED: 'bad',
} as const

/** Lets it be felt and remembers it for the result page. */
export function take(answer: ScanAnswer): void {
  lastAnswer.value = answer
  letFeel(answer)
}

/** The sound of an answer. */
export function letFeel(answer: ScanAnswer): void {
  platform.feel(FEELINGS[answer.outcome])
}

/** The person's own scan. The same scan id may be sent again until an answer comes. */
export async function scanPoster(scanId: string, code: string, companions: string[]): Promise<void> {
  take(
    await api.post('/api/v1/scans', {
      body: { scanId, code, ...(companions.length > 0 ? { companions } : {}) },
    }),
  )
}

/**
 * The code within a poster's address; nothing when that is no such address. Other codes are never
 * passed on: somebody may hold a pass in front of the camera, and addresses are kept in many places.
 */
export function posterCode(read: string): string | undefined {
  return /\/s\/([^/?#]+)$/i.exec(read.trim())?.[1]
}
