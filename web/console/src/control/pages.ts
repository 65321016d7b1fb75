import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    ordersPage: '管控令',
    newOrderPage: '提出管控',
    orderPage: '管控令',
    appealsPage: '申诉',
  },
  en: {
    ordersPage: 'Control orders',
    newOrderPage: 'New control order',
    orderPage: 'Control order',
    appealsPage: 'Appeals',
  },
})

export const controlPages: Page[] = [
  {
    path: '/control-orders',
    title: () => title('ordersPage'),
    roles: ['CONTROLLER'],
    view: () => import('./OrdersPage.vue'),
    menu: 'control',
  },
  {
    path: '/control-orders/new',
    title: () => title('newOrderPage'),
    roles: ['CONTROLLER'],
    view: () => import('./NewOrderPage.vue'),
    menu: 'control',
  },
  {
    path: '/control-orders/:id',
    title: () => title('orderPage'),
    roles: ['CONTROLLER'],
    view: () => import('./OrderPage.vue'),
  },
  {
    path: '/appeals',
    title: () => title('appealsPage'),
    roles: ['CONTROLLER'],
    view: () => import('./AppealsPage.vue'),
    menu: 'control',
  },
]
