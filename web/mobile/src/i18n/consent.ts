/** The version of the text below; the service keeps to which one a person agreed. */
export const CONSENT_VERSION = '2026-1'

/** What a person agrees to, a paragraph each. */
export const CONSENT = {
  'zh-CN': [
    '处理者与目的：属地疫情防控指挥部。您扫码时，我们记下您是谁、在哪个场所、何时进出，只用于出现疫情时的流调溯源和人员防护。',
    '收集的内容：姓名、身份证号码、手机号码，以及每次登记的场所、时间和方式。不收集位置轨迹、通讯录或照片。',
    '保存期限：出入记录保存 28 天后自动删除；办理中的病例需要时，只延长该病例涉及的记录，结案即放开。',
    '谁能看到：场所管理员只看到打码的姓名和本场所的进出。只有办理具体病例的流调人员能看到完整信息。每次查看都有记录，您可以在“谁看过我的记录”里看到。',
    '保护措施：姓名、证件号码和手机号码加密保存，对外一律打码。',
    '您的权利：可随时查看自己的记录，提出更正或异议；也可以不用手机，由场所管理员手工登记。未满十四周岁的孩子由监护人同意。',
  ],
  en: [
    'Who and what for: the epidemic command post of your territory. When you scan, we note who you are, at which venue, and when you come and go, only to trace and protect people in an outbreak.',
    'What is collected: name, ID number, mobile number, and the venue, time and way of each registration. No movements, contacts or photos.',
    'How long: visits are deleted after 28 days by themselves. A case under way keeps only what it needs, until it is closed.',
    'Who sees it: a venue’s managers see masked names and their own venue. Only tracers of a case see more. Each look is noted, and you can see it under “Who looked at my data”.',
    'How it is protected: names, ID numbers and mobile numbers are stored encrypted and are masked on every way out.',
    'Your rights: see your record, ask for correction, object. You need no phone: a manager can register you by hand. For children under fourteen a guardian agrees.',
  ],
} as const
