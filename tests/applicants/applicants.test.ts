import fc from 'fast-check'
import { expect, test } from 'vitest'
import { developmentRules } from '../../main/rules/packs.ts'
import type { ApplicantFacts } from '../../shared/applicants/contract.ts'
import { applicantWarnings, namesIn, nextStep, stageOn, stages, workdaysBetween } from '../../shared/applicants/rules.ts'
import { addDays } from '../../shared/kit/calendar.ts'
import { openApp } from '../support/open-app.ts'

const rules = developmentRules()
const nobody: ApplicantFacts & { acceptedOn: null; endedOn: null } = {
  ...{ name: '申请人甲', idNumber: null, gender: null, ethnicity: null, birthDay: null, education: null, employer: null },
  ...{ mobile: null, nativePlace: null, appliedOn: null, talkedOn: null, activistOn: null, filedOn: null, mentors: null },
  ...{ candidateOn: null, postedFrom: null, postedUntil: null, introducers: null, training: null, trainingDays: null },
  ...{ trainingHours: null, note: null, acceptedOn: null, endedOn: null },
}
const warned = (facts: Partial<ApplicantFacts>, today = '2026-06-15') =>
  applicantWarnings({ ...nobody, ...facts }, today, rules).map(({ field, text, source }) => `${field} ${text}（${source}）`)

const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2022-01-01', n))
const on = fc.option(
  fc.oneof(
    day,
    day.map((one) => one.slice(0, 7)),
  ),
  { nil: null },
)

test('阶段只由日子得出，日子往后走，阶段不往回走', () => {
  const milestones = fc.record({
    activistOn: on,
    candidateOn: on,
    acceptedOn: fc.option(day, { nil: null }),
    endedOn: fc.option(day, { nil: null }),
  })
  fc.assert(
    fc.property(milestones, day, day, (facts, one, other) => {
      const [early, late] = one <= other ? [one, other] : [other, one]
      expect(stages.indexOf(stageOn(facts, early))).toBeLessThanOrEqual(stages.indexOf(stageOn(facts, late)))
    }),
  )
})

test('工作日数得出：除去周末与放假，算上调休；没有那一年的表时说是暂算', () => {
  expect(workdaysBetween('2026-03-02', '2026-03-06', rules.holidays)).toEqual({ days: 5, provisional: false })
  expect(workdaysBetween('2026-03-02', '2026-03-08', rules.holidays).days).toBe(5)
  expect(workdaysBetween('2026-01-01', '2026-01-02', rules.holidays).days).toBe(0)
  expect(workdaysBetween('2031-03-03', '2031-03-07', rules.holidays)).toEqual({ days: 5, provisional: true })
})

test('各步的时限都提醒，并说依据哪一条', () => {
  expect(warned({ birthDay: '2009-01-01', appliedOn: '2026-06-01' })).toEqual([
    'appliedOn 递交申请时不满 18 周岁，请核对。（发展党员工作细则（2026）第五条）',
  ])
  expect(warned({ appliedOn: '2026-05-14' })).toEqual([
    'talkedOn 收到申请书已过 1 个月，还没有谈话的记录。（发展党员工作细则（2026）第七条）',
  ])
  expect(warned({ appliedOn: '2026-05-15' })).toEqual([])
  expect(warned({ appliedOn: '2025-01-01', talkedOn: '2025-02-02' })[0]).toMatch('谈话晚于收到申请书后的 1 个月（2025年02月01日前）')
  const activist = {
    appliedOn: '2024-01-01',
    talkedOn: '2024-01-20',
    activistOn: '2025-01-10',
    filedOn: '2025-01-20',
    mentors: '李明、王芳',
  }
  expect(warned(activist)).toEqual([])
  expect(warned({ ...activist, mentors: null })[0]).toMatch('还没有指定培养联系人')
  expect(warned({ ...activist, mentors: '李明、王芳、赵强' })[0]).toMatch('这里有 3 名')
  const posted = { postedFrom: '2026-04-20', postedUntil: '2026-04-24' }
  const whole = { ...activist, ...posted, candidateOn: '2026-04-27', introducers: '李明、王芳', training: '县委党校', trainingHours: 24 }
  expect(warned(whole)).toEqual([])
  expect(warned({ ...whole, activistOn: '2025-06-01', filedOn: '2025-06-10' })[0]).toMatch('培养教育不满 12 个月（满期 2026年06月01日）')
  expect(warned({ ...whole, postedUntil: '2026-04-23' })[0]).toMatch('公示只有 4 个工作日，不足 5 个')
  expect(warned({ ...whole, postedUntil: '2026-04-28' })).toEqual([
    'postedUntil 公示还没有结束就列为发展对象，应在公示期满之后。（发展党员工作细则（2026）第十三条：列为发展对象前公示不少于五个工作日）',
  ])
  expect(warned({ ...whole, postedUntil: '2026-04-28', candidateOn: '2026-04' })).toEqual([])
  expect(warned({ ...whole, introducers: '李明' })[0]).toMatch('入党介绍人要 2 名，这里有 1 名')
  expect(warned({ ...whole, trainingDays: 2, trainingHours: 16 })[0]).toMatch('集中培训不足 3 天，也不足 24 学时')
  expect(warned({ ...whole, candidateOn: '2024-12-01' }).join()).toMatch('列为发展对象时间早于确定积极分子时间')
})

test('每个人接下来做什么、什么时候，都说得出来', () => {
  const next = (facts: Partial<ApplicantFacts>) => nextStep({ ...nobody, ...facts }, '2026-06-15', rules)
  expect(next({ appliedOn: '2026-05-31' })).toBe('2026年06月30日前派人谈话')
  expect(next({ appliedOn: '2026-05-01' })).toBe('派人谈话，应在2026年06月01日前')
  expect(next({ activistOn: '2025-12-01' })).toBe('培养考察，2026年12月01日满一年')
  expect(next({ candidateOn: '2026-05-01' })).toBe('政审、集中培训、上级党委预审后，提交支部大会')
  expect(next({ candidateOn: '2026-05-01', trainingHours: 24 })).toBe('政审、上级党委预审后，提交支部大会')
  expect(next({ activistOn: '2025-06-15' })).toBe('培养已满一年，可研究列为发展对象')
})

test('登记、列为积极分子、列为发展对象、接收，一步一步走到名册；接收一步撤销，两边都回到原样', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const organizationId = await make.root()
  const { id } = await app.applicants.add({ organizationId, facts: { name: '申请人甲', gender: 'female', appliedOn: '2024-03-01' } })
  const stage = async () => (await app.applicants.list({ organizationId })).map((row) => row.stage)
  expect(await stage()).toEqual(['applicant'])
  await app.applicants.makeActivist({ id, day: '2025-03-10', mentors: '李明、王芳' })
  expect(await stage()).toEqual(['activist'])
  await expect(app.applicants.makeActivist({ id, day: '2025-04-10' })).rejects.toThrow('已于 2025年03月10日 列为入党积极分子')
  await app.applicants.makeCandidate({ id, day: '2026-04-01', introducers: '李明、王芳' })
  expect(await stage()).toEqual(['candidate'])
  await expect(app.applicants.accept({ id, day: '2026-07-01' })).rejects.toThrow('2026-07-01 还没有到')
  const { memberId } = await app.applicants.accept({ id, day: '2026-06-10' })
  expect(await stage()).toEqual(['accepted'])
  const { member, categories } = await app.members.page({ id: memberId })
  expect(member).toMatchObject({
    name: '申请人甲',
    gender: 'female',
    category: 'probationary',
    joinedOn: '2026-06-10',
    introducers: '李明、王芳',
  })
  expect(categories).toMatchObject([{ fromDay: '2026-06-10', value: 'probationary' }])
  expect(await app.members.list({ organizationId, day: '2026-06-09' })).toEqual([])
  expect(await app.applicants.ofMember({ memberId })).toMatchObject([{ id, activistOn: '2025-03-10' }])
  await expect(app.applicants.remove({ id })).rejects.toThrow('已接收为预备党员')
  await expect(app.members.strike({ id: memberId })).rejects.toThrow('由申请人接收进来')
  const { undo } = await app.history.latest({})
  await app.history.undo({ operationId: undo?.id ?? 0 })
  expect(await stage()).toEqual(['candidate'])
  expect(await app.members.list({ organizationId })).toEqual([])
})

test('换支部：名单跟着走，已接收的不再换', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const one = await make.root()
  const { id: other } = await app.organizations.found({ parentId: null, kind: 'branch', name: '二支部' })
  const { id } = await app.applicants.add({ organizationId: one, facts: { name: '申请人甲', candidateOn: '2026-05-01' } })
  await app.applicants.move({ id, organizationId: other })
  expect(await app.applicants.list({ organizationId: one })).toEqual([])
  expect(await app.applicants.list({ organizationId: other })).toMatchObject([{ id }])
  await app.applicants.accept({ id, day: '2026-06-10' })
  await expect(app.applicants.move({ id, organizationId: one })).rejects.toThrow('已接收为预备党员')
})

test('名单里、名册里已有身份证号的不重复登记；出党的人可以重新申请', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const organizationId = await make.root()
  const idNumber = '999001199003070018'
  const add = (name: string) => app.applicants.add({ organizationId, facts: { name, idNumber } })
  const memberId = await make.member({ name: '党员甲', idNumber })
  await expect(add('申请人甲')).rejects.toThrow('党员名册里已有身份证号相同的“党员甲”')
  await app.members.changeStanding({ id: memberId, standing: 'left', fromDay: '2026-01-01' })
  await add('申请人甲')
  await expect(add('申请人乙')).rejects.toThrow('名单里已有身份证号相同的“申请人甲”')
})

test('终止要写原因，恢复后还在原来的一步；往年的名册照那时的样子', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const organizationId = await make.root()
  const { id } = await app.applicants.add({ organizationId, facts: { name: '申请人甲', appliedOn: '2024-03-01', activistOn: '2025-03' } })
  await app.applicants.end({ id, day: '2026-06-01', reason: '调离本单位' })
  const stagesIn = async (year: number) => (await app.applicants.register({ organizationId, year })).map((row) => row.stage)
  expect([await stagesIn(2023), await stagesIn(2024), await stagesIn(2025), await stagesIn(2026)]).toEqual([
    [],
    ['applicant'],
    ['activist'],
    ['ended'],
  ])
  await expect(app.applicants.makeCandidate({ id, day: '2026-06-10' })).rejects.toThrow('请先恢复培养')
  await app.applicants.resume({ id })
  expect(await stagesIn(2026)).toEqual(['activist'])
})

test('人名不论怎样隔开都认得', () => {
  expect(namesIn('李明、王芳')).toEqual(['李明', '王芳'])
  expect(namesIn(null)).toEqual([])
})
