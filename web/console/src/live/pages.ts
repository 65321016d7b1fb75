import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    livePage: '运行态势',
    deadLettersPage: '未送达通知',
    retentionPage: '数据清除记录',
  },
  en: {
    livePage: 'Live board',
    deadLettersPage: 'Undelivered messages',
    retentionPage: 'Deletion reports',
  },
})

export const livePages: Page[] = [
  {
    path: '/live',
    title: () => title('livePage'),
    roles: ['ADMIN'],
    view: () => import('./LivePage.vue'),
    menu: 'administration',
  },
  {
    path: '/dead-letters',
    title: () => title('deadLettersPage'),
    roles: ['ADMIN'],
    view: () => import('./DeadLettersPage.vue'),
    menu: 'administration',
  },
  {
    path: '/retention',
    title: () => title('retentionPage'),
    roles: ['ADMIN', 'AUDITOR'],
    view: () => import('./RetentionPage.vue'),
    menu: 'administration',
  },
]
