import type { Page } from '@/frame/page'
import { texts } from '@/i18n'

const title = texts({
  zh: {
    coveragePage: '覆盖情况',
    placesPage: '摸排台账',
    unsurveyedPage: '未摸排场所',
    blindSpotsPage: '盲区台账',
    blindSpotPage: '盲区任务',
    posterWatchPage: '二维码异常',
    weeklyReportPage: '每周报告',
  },
  en: {
    coveragePage: 'Coverage',
    placesPage: 'Surveyed places',
    unsurveyedPage: 'Unsurveyed venues',
    blindSpotsPage: 'Blind spots',
    blindSpotPage: 'Blind spot',
    posterWatchPage: 'Silent and doubtful posters',
    weeklyReportPage: 'Weekly report',
  },
})

export const coveragePages: Page[] = [
  {
    path: '/coverage',
    title: () => title('coveragePage'),
    roles: ['SUPERVISOR'],
    view: () => import('./CoveragePage.vue'),
    menu: 'coverage',
  },
  {
    path: '/coverage/places',
    title: () => title('placesPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./PlacesPage.vue'),
    menu: 'coverage',
  },
  {
    path: '/coverage/unsurveyed',
    title: () => title('unsurveyedPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./UnsurveyedPage.vue'),
  },
  {
    path: '/blind-spots',
    title: () => title('blindSpotsPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./BlindSpotsPage.vue'),
    menu: 'coverage',
  },
  {
    path: '/blind-spots/:id',
    title: () => title('blindSpotPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./BlindSpotPage.vue'),
  },
  {
    path: '/posters',
    title: () => title('posterWatchPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./PosterWatchPage.vue'),
    menu: 'coverage',
  },
  {
    path: '/reports/weekly',
    title: () => title('weeklyReportPage'),
    roles: ['SUPERVISOR'],
    view: () => import('./WeeklyReportPage.vue'),
    menu: 'coverage',
  },
]
