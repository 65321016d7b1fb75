const { openPage, SIGNED_IN } = require('./phone')

test('home offers what the notice shows, and asks nothing of who is not signed in', async () => {
  const home = await openPage('home', {})
  expect(home.text()).toContain('扫一扫登记')
  expect(home.text()).toContain('重点场所')
  expect(home.text()).toContain('亲情号')
  expect(home.text()).toContain('登录')
  expect(home.asked.requests).toEqual([])
  expect(home.asked.titles).toContain('场所通')
})

test('a poster that was scanned opens its page, once', async () => {
  const home = await openPage('home', { scanned: 'https://pass.example.cn/s/abc123' })
  await home.tap('扫一扫登记')
  expect(home.asked.opened).toEqual(['/pages/landing/landing?code=abc123'])
})

test('who closes the camera stays', async () => {
  const home = await openPage('home', {})
  await home.tap('扫一扫登记')
  expect(home.asked.opened).toEqual([])
})

test('home says what waits for the person', async () => {
  const message = {
    id: 'm1',
    kind: 'EXPOSURE_NOTICE',
    text: '样本',
    at: '2021-09-01T01:00:00Z',
    venueId: null,
  }
  const home = await openPage('home', {
    session: SIGNED_IN,
    answers: {
      'GET /api/v1/me/notifications': { items: [{ ...message, readAt: null }], next: null },
      'GET /api/v1/me/control-orders': {
        items: [
          { id: 'o1', state: 'ACTIVE' },
          { id: 'o2', state: 'LIFTED' },
        ],
        next: null,
      },
    },
  })
  expect(home.text()).toContain('1 条未读')
  expect(home.text()).toContain('有 1 项管控生效中')
  expect(home.text()).not.toContain('登录')
})
