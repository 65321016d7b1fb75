const { openPage, SIGNED_IN } = require('./phone')

const POSTER = { venueName: '样本超市', direction: 'IN', state: 'OPEN' }
const ENTERED = {
  scanId: 's',
  outcome: 'ENTERED',
  message: '已登记',
  venue: { id: 'v', name: '样本超市' },
  direction: 'IN',
  at: '2021-09-01T01:00:00Z',
}
const answers = () => ({
  'GET /api/v1/posters/abc': POSTER,
  'GET /api/v1/me/family': { items: [{ id: 'f1', relation: '父亲', maskedName: '王*本' }] },
  'POST /api/v1/scans': ENTERED,
})
const scans = ({ asked }) => asked.requests.filter(({ call }) => call === 'POST /api/v1/scans')

test('a poster is one tap, and the answer can be read, with a short vibration', async () => {
  const landing = await openPage('landing', {
    session: SIGNED_IN,
    query: { code: 'abc' },
    answers: answers(),
  })
  expect(landing.text()).toContain('样本超市')
  expect(landing.text()).toContain('进入登记')
  await landing.tap('一键登记进入')
  expect(scans(landing)).toHaveLength(1)
  expect(scans(landing)[0].body.code).toBe('abc')
  expect(landing.asked.opened).toEqual(['/pages/result/result'])
  expect(landing.asked.vibrated).toEqual(['short'])

  const result = await landing.next('result')
  expect(result.text()).toContain('已登记')
  expect(result.text()).toContain('样本超市')
  expect(result.text()).toContain('09:00')
})

test('the address in a poster that WeChat scanned by itself opens the same page', async () => {
  const query = { q: encodeURIComponent('https://pass.example.cn/s/abc') }
  const landing = await openPage('landing', { query, answers: answers() })
  expect(landing.text()).toContain('样本超市')
})

test('who is inside already is told so, and since when', async () => {
  const inside = { ...ENTERED, outcome: 'ALREADY_INSIDE', since: '2021-09-01T00:30:00Z' }
  const landing = await openPage('landing', {
    session: SIGNED_IN,
    query: { code: 'abc' },
    answers: { ...answers(), 'POST /api/v1/scans': inside },
  })
  await landing.tap('一键登记进入')
  const result = await landing.next('result')
  expect(result.text()).toContain('已在场内无需登记')
  expect(result.text()).toContain('08:30')
})

test('without an answer it says that nothing is registered, and sends the same scan again', async () => {
  const given = answers()
  delete given['POST /api/v1/scans']
  const landing = await openPage('landing', { session: SIGNED_IN, query: { code: 'abc' }, answers: given })
  await landing.tap('一键登记进入')
  expect(landing.text()).toContain('还没有登记成功')
  landing.answers['POST /api/v1/scans'] = ENTERED
  await landing.tap('一键登记进入')
  const [first, second] = scans(landing)
  expect(second.body.scanId).toBe(first.body.scanId)
  expect(landing.asked.opened).toEqual(['/pages/result/result'])
})

test('who is not signed in signs in first, and is registered on the way back', async () => {
  const landing = await openPage('landing', { query: { code: 'abc' }, answers: answers() })
  await landing.tap('一键登记进入')
  expect(landing.asked.opened).toEqual(['/pages/signin/signin'])
  expect(scans(landing)).toHaveLength(0)
})

test('a code that is closed says so, and offers no registration', async () => {
  const given = { ...answers(), 'GET /api/v1/posters/abc': { ...POSTER, state: 'CLOSED' } }
  const landing = await openPage('landing', { query: { code: 'abc' }, answers: given })
  expect(landing.text()).toContain('此二维码已停用')
  expect(landing.text()).not.toContain('一键登记')
})
