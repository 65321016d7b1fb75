import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    importsPage: '导入摸排表',
    importPage: '导入结果',
    matchesPage: '疑似匹配',
  },
  en: {
    importsPage: 'Import a survey',
    importPage: 'Import',
    matchesPage: 'Possible matches',
  },
})

export const surveyPages: Page[] = [
  {
    path: '/survey/imports',
    title: () => title('importsPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./ImportsPage.vue'),
    menu: 'coverage',
  },
  {
    path: '/survey/imports/:id',
    title: () => title('importPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./ImportPage.vue'),
  },
  {
    path: '/survey/matches',
    title: () => title('matchesPage'),
    roles: ['SUPERVISOR', 'REVIEWER'],
    view: () => import('./MatchesPage.vue'),
    menu: 'coverage',
  },
]
