import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    reviewPage: '审核队列',
    venuesPage: '辖区场所',
    venuePage: '场所',
    dataRequestsPage: '更正与异议',
  },
  en: {
    reviewPage: 'Review queue',
    venuesPage: 'Venues',
    venuePage: 'Venue',
    dataRequestsPage: 'Corrections and objections',
  },
})

export const reviewPages: Page[] = [
  {
    path: '/review',
    title: () => title('reviewPage'),
    roles: ['REVIEWER'],
    view: () => import('./ReviewPage.vue'),
    menu: 'review',
  },
  {
    path: '/review/venues',
    title: () => title('venuesPage'),
    roles: ['REVIEWER'],
    view: () => import('./VenuesPage.vue'),
    menu: 'review',
  },
  {
    path: '/review/venues/:id',
    title: () => title('venuePage'),
    roles: ['REVIEWER'],
    view: () => import('./VenuePage.vue'),
  },
  {
    path: '/review/data-requests',
    title: () => title('dataRequestsPage'),
    roles: ['REVIEWER', 'ADMIN'],
    view: () => import('./DataRequestsPage.vue'),
    menu: 'review',
  },
]
