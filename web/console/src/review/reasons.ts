import { texts } from '@/i18n'

const words = texts({
  zh: {
    incomplete: '信息不完整，请补充后重新提交。',
    address: '详细地址不清楚，请写明街道、门牌号或楼栋。',
    type: '场所类型选择有误，请按实际用途选择。',
    community: '场所不在本社区，请选择实际所属的社区。',
    contact: '负责人姓名或联系电话有误，请核实。',
    duplicate: '该场所已经申请过，请勿重复提交。',
    missing: '经核实，该地址没有此场所。',
    name: '场所名称与实际招牌不符，请填写全称。',
    credit: '统一社会信用代码与场所不符，请核对。',
  },
  en: {
    incomplete: 'Something is missing. Please complete it and send it again.',
    address: 'The address is unclear. Please give the street, number or building.',
    type: 'The type is not what the venue is used for. Please choose the right one.',
    community: 'The venue is not in this community. Please choose the one that it belongs to.',
    contact: 'The name or phone of the contact person is wrong. Please check it.',
    duplicate: 'Somebody has already applied for this venue.',
    missing: 'There is no such venue at this address.',
    name: 'The name is not the one on the sign. Please give the full name.',
    credit: 'The social credit code is not that of the venue. Please check it.',
  },
})

const KEYS = [
  'incomplete',
  'address',
  'type',
  'community',
  'contact',
  'duplicate',
  'missing',
  'name',
  'credit',
] as const

/** Why applications are often rejected; nine, one for each digit. Applicants read them. */
export const reasons = (): string[] => KEYS.map((key) => words(key))
