import { mount, RouterLinkStub } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import WeeklyReport from '@/coverage/WeeklyReport.vue'
import type { Schema } from '@/api/client'
import { preferences } from '@/preferences'

preferences.language = 'en'
const FROM = '2026-11-15T16:00:00Z'
const TO = '2026-11-22T16:00:00Z'

function reportOf(division: Schema['WeeklyReport']['division']): Schema['WeeklyReport'] {
  return {
    division,
    types: [],
    week: '2026-W47',
    from: '2026-11-16',
    to: '2026-11-22',
    madeAt: TO,
    coverage: { now: null, before: null },
    children: [],
    departments: [],
    blindSpots: [{ gap: 'NOT_POSTED', open: 3, overdue: 0, closedLast7Days: 2 }],
    overdue: [],
    inspections: {
      from: FROM,
      to: TO,
      total: {
        inspections: 9,
        notOk: {},
        measures: { NONE: 4, CRITICISM: 0, RECTIFICATION: 5 },
        open: 3,
        overdue: 1,
        verifiedInTime: 1,
        verifiedLate: 1,
      },
      types: [],
    } as never,
    silentPosters: [],
  }
}

function linksOf(division: Schema['WeeklyReport']['division']) {
  const wrapper = mount(WeeklyReport, {
    props: { report: reportOf(division) },
    global: { stubs: { RouterLink: RouterLinkStub } },
  })
  return wrapper
    .findAllComponents(RouterLinkStub)
    .map((link) => [link.attributes('aria-label'), link.props('to')])
}

describe('the weekly report', () => {
  it('should open the list behind each number, of the same division and the same week', () => {
    const own = { division: '659002000000' }
    const week = { ...own, from: FROM, to: TO }
    const spots = { ...own, gap: 'NOT_POSTED' }
    expect(linksOf({ code: own.division, name: 'Somewhere', level: 'TERRITORY' })).toEqual([
      [expect.stringMatching(/Open 3$/), { path: '/blind-spots', query: { ...spots, state: 'OPEN' } }],
      [
        expect.stringMatching(/ 2$/),
        { path: '/blind-spots', query: { ...spots, state: 'CLOSED_LAST_7_DAYS' } },
      ],
      ['Inspections 9', { path: '/inspections', query: week }],
      ['On record only 4', { path: '/inspections', query: { ...week, measure: 'NONE' } }],
      ['Ordered to rectify 5', { path: '/inspections', query: { ...week, measure: 'RECTIFICATION' } }],
      ['Not settled 3', { path: '/inspections', query: { ...week, state: 'UNSETTLED' } }],
      ['Overdue 1', { path: '/inspections', query: { ...week, state: 'OVERDUE' } }],
      ['Done in time 1', { path: '/inspections', query: { ...week, state: 'VERIFIED_IN_TIME' } }],
      ['Done late 1', { path: '/inspections', query: { ...week, state: 'VERIFIED_LATE' } }],
    ])
  })

  it('should name no division where it is about all that one answers for', () => {
    expect(linksOf(null).map(([, to]) => to)).toContainEqual({
      path: '/inspections',
      query: { from: FROM, to: TO },
    })
  })
})
