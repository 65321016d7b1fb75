import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    inspectionsPage: '检查记录',
    newInspectionPage: '登记检查',
    inspectionPage: '检查',
    plansPage: '检查计划',
    planPage: '检查计划',
  },
  en: {
    inspectionsPage: 'Inspections',
    newInspectionPage: 'New inspection',
    inspectionPage: 'Inspection',
    plansPage: 'Inspection plans',
    planPage: 'Inspection plan',
  },
})

export const inspectionPages: Page[] = [
  {
    path: '/inspections',
    title: () => title('inspectionsPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./InspectionsPage.vue'),
    menu: 'inspections',
  },
  {
    path: '/inspections/new',
    title: () => title('newInspectionPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./NewInspectionPage.vue'),
    menu: 'inspections',
  },
  {
    path: '/inspections/:id',
    title: () => title('inspectionPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./InspectionPage.vue'),
  },
  {
    path: '/inspection-plans',
    title: () => title('plansPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./PlansPage.vue'),
    menu: 'inspections',
  },
  {
    path: '/inspection-plans/:id',
    title: () => title('planPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./PlanPage.vue'),
  },
]
