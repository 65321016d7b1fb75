import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    staffListPage: '工作人员',
    staffPage: '工作人员',
  },
  en: {
    staffListPage: 'Staff',
    staffPage: 'Member of staff',
  },
})

export const staffPages: Page[] = [
  {
    path: '/staff',
    title: () => title('staffListPage'),
    roles: ['ADMIN'],
    view: () => import('./StaffListPage.vue'),
    menu: 'administration',
  },
  {
    path: '/staff/:id',
    title: () => title('staffPage'),
    roles: ['ADMIN'],
    view: () => import('./StaffPage.vue'),
  },
]
