import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    divisionsPage: '行政区划',
    venueTypesPage: '场所类型',
    traceParametersPage: '流调参数',
  },
  en: {
    divisionsPage: 'Divisions',
    venueTypesPage: 'Venue types',
    traceParametersPage: 'Tracing parameters',
  },
})

export const referencePages: Page[] = [
  {
    path: '/divisions',
    title: () => title('divisionsPage'),
    roles: ['ADMIN'],
    view: () => import('./DivisionsPage.vue'),
    menu: 'administration',
  },
  {
    path: '/venue-types',
    title: () => title('venueTypesPage'),
    roles: ['ADMIN'],
    view: () => import('./VenueTypesPage.vue'),
    menu: 'administration',
  },
  {
    path: '/trace-parameters',
    title: () => title('traceParametersPage'),
    roles: ['ADMIN'],
    view: () => import('./TraceParametersPage.vue'),
    menu: 'administration',
  },
]
