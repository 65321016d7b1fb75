import type { Page } from './page'
import { auditPages } from '@/audit/pages'
import { casePages } from '@/cases/pages'
import { controlPages } from '@/control/pages'
import { coveragePages } from '@/coverage/pages'
import { inspectionPages } from '@/inspections/pages'
import { livePages } from '@/live/pages'
import { referencePages } from '@/reference/pages'
import { reviewPages } from '@/review/pages'
import { staffPages } from '@/staff/pages'
import { surveyPages } from '@/survey/pages'

/** All pages, in the order of the menu. */
export const pages: Page[] = [
  ...reviewPages,
  ...coveragePages,
  ...surveyPages,
  ...inspectionPages,
  ...casePages,
  ...controlPages,
  ...livePages,
  ...staffPages,
  ...referencePages,
  ...auditPages,
]
