import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    auditPage: '审计日志',
    verificationPage: '链完整性校验',
  },
  en: {
    auditPage: 'Audit log',
    verificationPage: 'Verification',
  },
})

export const auditPages: Page[] = [
  {
    path: '/audit',
    title: () => title('auditPage'),
    roles: ['AUDITOR'],
    view: () => import('./AuditPage.vue'),
    menu: 'audit',
  },
  {
    path: '/audit/verification',
    title: () => title('verificationPage'),
    roles: ['AUDITOR'],
    view: () => import('./VerificationPage.vue'),
    menu: 'audit',
  },
]
