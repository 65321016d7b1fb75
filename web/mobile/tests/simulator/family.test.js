const { openPage, SIGNED_IN } = require('./phone')

const father = {
  id: 'f1',
  maskedName: '王*本',
  relation: '父亲',
  maskedIdNumber: '6590**********0016',
  underFourteen: false,
  consentVersion: '2026-1',
  since: '2021-09-01T01:00:00Z',
}
const child = { ...father, id: 'f2', maskedName: '李*本', relation: '子女', underFourteen: true }
const open = (answers = {}) =>
  openPage('family', {
    session: SIGNED_IN,
    answers: { 'GET /api/v1/me/family': { items: [father, child] }, ...answers },
  })

test('family members stand with their relation, a child with its mark', async () => {
  const family = await open()
  expect(family.text()).toContain('父亲 王*本')
  expect(family.text().match(/未满 14 周岁/g)).toHaveLength(1)
  await family.tap('父亲 王*本')
  expect(family.asked.opened).toEqual(['/pages/pass/pass?member=f1'])
})

test('somebody is removed after a question only', async () => {
  const family = await open({ 'DELETE /api/v1/me/family/f1': { status: 204, body: '' } })
  const removals = () => family.asked.requests.filter(({ call }) => call.startsWith('DELETE'))
  await family.tap('删除')
  expect(family.text()).toContain('不再照看父亲 王*本？')
  await family.tap('取消')
  expect(family.text()).not.toContain('不再照看')
  expect(removals()).toHaveLength(0)
})

test('a paper pass is issued once, and its code shown', async () => {
  const notFound = {
    type: 'urn:venuepass:problem:NOT_FOUND',
    title: '未找到',
    status: 404,
    detail: '',
    code: 'NOT_FOUND',
  }
  const family = await open({
    'GET /api/v1/me/family/f1/paper-pass': { status: 404, body: notFound },
    'POST /api/v1/me/family/f1/paper-pass': {
      status: 201,
      body: { code: 'c', issuedAt: '2021-09-01T01:00:00Z' },
    },
    'GET /api/v1/me/family/f1/paper-pass/image': { body: Uint8Array.from([137, 80, 78, 71]).buffer },
  })
  await family.tap('纸质通行码')
  expect(family.text()).toContain('还没有有效的纸质通行码')
  await family.tap('发放纸质通行码')
  expect(family.text()).toContain('2021-09-01 09:00 发放，有效')
  expect(family.dom.querySelector('wx-image')).not.toBeNull()
  expect(family.asked.requests.filter(({ call }) => call.startsWith('POST'))).toHaveLength(1)
})
