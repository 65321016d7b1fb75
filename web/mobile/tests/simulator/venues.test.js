const { openPage, SIGNED_IN } = require('./phone')

const venue = (id, name, status, more = {}) => ({
  id,
  name,
  type: 'HOTEL',
  contactName: '李*本',
  contactPhone: '138****0000',
  communityCode: '659002001001',
  address: '塔里木大道1号',
  parentVenueId: null,
  tracksExits: true,
  capacity: null,
  status,
  rejectionReason: null,
  appliedAt: '2021-09-01T01:00:00Z',
  decidedAt: null,
  myRole: 'APPLICANT',
  ...more,
})

test('my venues stand with their state, and the reason of a rejection', async () => {
  const items = [
    venue('v1', '样本宾馆', 'PENDING'),
    venue('v2', '样本超市', 'APPROVED'),
    venue('v3', '样本诊所', 'REJECTED', { rejectionReason: '地址不完整' }),
  ]
  const venues = await openPage('venues', {
    session: SIGNED_IN,
    answers: { 'GET /api/v1/me/venues': { items, next: null } },
  })
  for (const words of ['样本宾馆', '审核中', '样本超市', '已通过', '样本诊所', '未通过', '地址不完整']) {
    expect(venues.text()).toContain(words)
  }
})

test('the + opens the form, once', async () => {
  const venues = await openPage('venues', {
    session: SIGNED_IN,
    answers: { 'GET /api/v1/me/venues': { items: [], next: null } },
  })
  await venues.tap('+')
  expect(venues.asked.opened).toEqual(['/pages/venue-form/venue-form'])
})

test('without network it says so, and tries again when asked', async () => {
  const venues = await openPage('venues', { session: SIGNED_IN })
  expect(venues.text()).toContain('暂时连不上服务')
  venues.answers['GET /api/v1/me/venues'] = { items: [venue('v1', '样本宾馆', 'PENDING')], next: null }
  await venues.tap('重试')
  expect(venues.text()).toContain('样本宾馆')
})
