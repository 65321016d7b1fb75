import { createRouter, createWebHashHistory } from 'vue-router'
import { pages } from './pages'
import { say } from '@/i18n'
import { session, type Role } from '@/session/session'

declare module 'vue-router' {
  interface RouteMeta {
    title: () => string
    /** Whoever has one of these rights; everybody where it is absent. */
    roles?: readonly Role[]
  }
}

/** Set while the page is loaded anew, so that it is not for ever. */
const RENEWED = 'console.renewed'

/** What lies behind the `#` never reaches a server or its log. */
export const router = createRouter({
  history: createWebHashHistory('/console'),
  routes: [
    { path: '/', component: () => import('./HomePage.vue'), meta: { title: () => say('home') } },
    {
      path: '/account',
      component: () => import('@/session/AccountPage.vue'),
      meta: { title: () => say('myAccount') },
    },
    ...pages.map(({ path, title, roles, view }) => ({ path, component: view, meta: { title, roles } })),
    { path: '/:rest(.*)*', component: () => import('./NotFoundPage.vue'), meta: { title: () => '404' } },
  ],
  scrollBehavior: (to, from, before) => before ?? (to.path === from.path ? false : { top: 0 }),
})

/** Whether the account may see the page of that route. */
export const permitted = (roles: readonly Role[] | undefined): boolean => !roles || session.may(roles)

// Behind the lock everything stays as it is.
router.beforeEach(() => !session.state.locked)

// The service was renewed while the page was open: its parts have other names now.
router.onError((_, { fullPath }) => {
  if (!sessionStorage.getItem(RENEWED)) {
    sessionStorage.setItem(RENEWED, fullPath)
    location.hash = `#${fullPath}`
    location.reload()
  }
})
router.afterEach(() => sessionStorage.removeItem(RENEWED))
