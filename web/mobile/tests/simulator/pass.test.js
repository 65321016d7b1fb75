const { openPage, settled, SIGNED_IN } = require('./phone')

const bytes = Uint8Array.from([137, 80, 78, 71]).buffer
const answers = () => ({
  'GET /api/v1/me': { person: { maskedName: '李*本' } },
  'GET /api/v1/me/pass-code': { code: 'c', expiresAt: '2021-09-01T01:05:00Z' },
  'GET /api/v1/me/pass-code/image': { body: bytes },
})

test('the pass code is shown with the masked name, bright, until it is left', async () => {
  const pass = await openPage('pass', { session: SIGNED_IN, answers: answers() })
  expect(pass.text()).toContain('李*本')
  expect(pass.text()).toContain('有效至 09:05')
  expect(pass.data()).toContain('data:image/png;base64,iVBORw==')
  expect(pass.asked.bright).toEqual([true, 1])
  await pass.life('onHide')
  expect(pass.asked.bright).toEqual([true, 1, false, 0.4])
})

test('it renews itself, and is hidden when it expired and nothing newer came', async () => {
  const pass = await openPage('pass', { session: SIGNED_IN, answers: answers() })
  const drawn = () => pass.asked.requests.filter(({ call }) => call.endsWith('/image')).length
  const now = Date.now()
  const clock = jest.spyOn(Date, 'now')
  clock.mockReturnValue(now + 245_000)
  await pass.life('onShow')
  expect(drawn()).toBe(2)
  delete pass.answers['GET /api/v1/me/pass-code']
  clock.mockReturnValue(now + 245_000 + 301_000)
  await pass.life('onShow')
  expect(pass.dom.querySelector('wx-image')).toBeNull()
  expect(pass.text()).toContain('通行码已过期，不再显示')
  clock.mockRestore()
  await pass.life('onHide')
})

test('a family member’s code is asked for by their id', async () => {
  const pass = await openPage('pass', {
    session: SIGNED_IN,
    query: { member: 'f1' },
    answers: {
      'GET /api/v1/me/family': { items: [{ id: 'f1', relation: '父亲', maskedName: '王*本' }] },
      'GET /api/v1/me/family/f1/pass-code': { code: 'c', expiresAt: '2021-09-01T01:05:00Z' },
      'GET /api/v1/me/family/f1/pass-code/image': { body: bytes },
    },
  })
  expect(pass.text()).toContain('父亲 王*本')
  expect(pass.data()).toContain('data:image/png;base64,iVBORw==')
  await pass.life('onHide')
})

test('without network it says so', async () => {
  const pass = await openPage('pass', { session: SIGNED_IN, network: 'none' })
  await settled()
  expect(pass.text()).toContain('没有网络连接')
  expect(pass.dom.querySelector('wx-image')).toBeNull()
  await pass.life('onHide')
})
