const { openPage, settled, SIGNED_IN } = require('./phone')

const PASS_CODE = 'A-PASS-CODE-OF-SOMEBODY'
const ENTERED = {
  outcome: 'ENTERED',
  message: '已登记',
  maskedName: '样*甲',
  venue: { id: 'v', name: '样本宾馆' },
  direction: 'IN',
  at: '2021-09-01T01:00:00Z',
}
const VENUE = {
  'GET /api/v1/venues/v': { id: 'v', name: '样本宾馆' },
  'GET /api/v1/venues/v/occupancy': { inside: 2, capacity: null, people: [], next: null },
}
const REGISTER = 'POST /api/v1/venues/v/registrations'
const UPLOAD = 'POST /api/v1/venues/v/registrations/batch'

async function gate(answers) {
  global.wx = Object.assign(global.wx ?? {}, { pageScrollTo() {} })
  const session = SIGNED_IN
  return openPage('gate', {
    session,
    query: { venue: 'v' },
    scanned: PASS_CODE,
    answers: { ...VENUE, ...answers },
  })
}
const sent = ({ asked }, wanted) => asked.requests.filter(({ call }) => call === wanted)
const kept = ({ storage }) => JSON.parse(storage.get('gate-me')).books.v

test('a pass code is scanned, the answer stands large, and the next one may come', async () => {
  const page = await gate({ [REGISTER]: { scanId: 's', ...ENTERED } })
  expect(page.text()).toContain('场内 2 人')
  await page.tap('扫通行码登记')
  await settled()
  expect(sent(page, REGISTER)[0].body).toMatchObject({ passCode: PASS_CODE, direction: 'IN' })
  expect(page.text()).toContain('已登记')
  expect(page.text()).toContain('下一位')
  expect(page.text()).toContain('场内 3 人')
  await page.life('onUnload')
})

test('without network it is kept, told so, and uploaded once there is one', async () => {
  const page = await gate({})
  await page.tap('扫通行码登记')
  await settled()
  expect(page.text()).toContain('已保存在本机')
  expect(page.text()).toContain('待上传 1 条')
  const [waiting] = kept(page).waiting
  expect(waiting).toMatchObject({
    sequence: 1,
    passCode: PASS_CODE,
    scanId: sent(page, REGISTER)[0].body.scanId,
  })

  page.answers[UPLOAD] = { items: [{ scanId: waiting.scanId, ...ENTERED }] }
  await page.tap('停止扫码')
  await page.life('onShow')
  await settled()
  expect(sent(page, UPLOAD).pop().body.items).toEqual([waiting])
  expect(page.text()).toContain('没有待上传的登记')
  expect(kept(page)).toMatchObject({ next: 2, waiting: [], troubles: [] })
  expect(page.storage.get('gate-me')).not.toContain(PASS_CODE)
  await page.life('onUnload')
})

test('what was uploaded and is no registration is shown until the manager has dealt with it', async () => {
  const page = await gate({})
  await page.tap('扫通行码登记')
  await settled()
  page.answers[UPLOAD] = {
    items: [
      {
        type: 'urn:venuepass:problem:PASS_CODE_EXPIRED',
        title: '',
        status: 422,
        detail: '通行码已过期',
        code: 'PASS_CODE_EXPIRED',
      },
    ],
  }
  await page.tap('停止扫码')
  await page.life('onShow')
  await settled()
  expect(page.text()).toContain('1 条未能登记')
  expect(page.text()).toContain('通行码已过期')
  await page.tap('已处理，删除')
  expect(page.text()).not.toContain('通行码已过期')
  await page.life('onUnload')
})
