import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    casesPage: '病例',
    newCasePage: '新建病例',
    casePage: '病例',
    drillsPage: '溯源演练',
  },
  en: {
    casesPage: 'Cases',
    newCasePage: 'New case',
    casePage: 'Case',
    drillsPage: 'Drills',
  },
})

export const casePages: Page[] = [
  {
    path: '/cases',
    title: () => title('casesPage'),
    roles: ['TRACER'],
    view: () => import('./CasesPage.vue'),
    menu: 'tracing',
  },
  {
    path: '/cases/new',
    title: () => title('newCasePage'),
    roles: ['TRACER'],
    view: () => import('./NewCasePage.vue'),
  },
  {
    path: '/cases/:id',
    title: () => title('casePage'),
    roles: ['TRACER'],
    view: () => import('./CasePage.vue'),
  },
  {
    path: '/drills',
    title: () => title('drillsPage'),
    roles: ['TRACER', 'SUPERVISOR'],
    view: () => import('./DrillsPage.vue'),
    menu: 'tracing',
  },
]
