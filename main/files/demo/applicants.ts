import type { NewApplicant } from '../../../shared/applicants/contract.ts'
import { addDays } from '../../../shared/kit/calendar.ts'
import type { Day } from '../../../shared/kit/values.ts'
import { monthsBefore, organizationOf, type Scene, type Step } from './scene.ts'

/** 四个还在发展中的人，一个撤回了申请的；都是虚构的。前年以前的各步一起登记，近一年的一步一步走。 */
export function applicantsSteps(scene: Scene): Step[] {
  const { app, today } = scene
  const on = (months: number, date: number) => monthsBefore(today, months, date)
  const branch = organizationOf(scene, 'jg')
  const started = on(12, 1)
  const step = (day: Day, what: string, take: () => Promise<unknown>): Step => ({ day, what, take: async () => void (await take()) })
  const people = new Map<string, number>()
  const known = (name: string) => people.get(name) ?? 0
  const register = (day: Day, facts: NewApplicant, organizationId = branch) =>
    step(day, '登记申请人', async () => people.set(facts.name, (await app.applicants.add({ organizationId, facts })).id))

  const posted = on(2, 9)
  return [
    // 走在最前面：列为发展对象，培训过了，等支部大会
    register(started, {
      name: '傅明夏',
      ...{ gender: 'female', ethnicity: '汉族', birthDay: '1994-06', education: '大学本科', employer: '青禾市茶业商会 干事' },
      ...{ appliedOn: on(30, 6), talkedOn: on(30, 22), activistOn: on(20, 15), filedOn: on(20, 28), mentors: '沈若兰、韩立群' },
    }),
    step(addDays(posted, 9), '列为发展对象', () =>
      app.applicants.makeCandidate({
        id: known('傅明夏'),
        day: addDays(posted, 9),
        ...{ postedFrom: posted, postedUntil: addDays(posted, 8), introducers: '沈若兰、韩立群' },
      }),
    ),
    step(on(1, 20), '集中培训', () =>
      app.applicants.amend({ id: known('傅明夏'), facts: { training: '青禾市委党校发展对象培训班，结业', trainingHours: 24 } }),
    ),
    // 培养已满一年，可以研究列为发展对象
    register(started, {
      name: '卫知行',
      ...{ gender: 'male', ethnicity: '汉族', birthDay: '1991-02', education: '大学专科', employer: '青禾市茶业商会 质检员' },
      ...{ appliedOn: on(26, 10), talkedOn: on(25, 3), activistOn: on(13, 8), filedOn: on(13, 25), mentors: '陆秋萍、仇正阳' },
    }),
    // 刚列为积极分子，还没有备案，联系人只定了一名
    register(on(9, 12), { name: '纪安然', gender: 'female', birthDay: '1998-11', appliedOn: on(9, 10), employer: '青禾市茶业商会 会计' }),
    step(addDays(on(9, 12), 14), '派人谈话', () =>
      app.applicants.amend({ id: known('纪安然'), facts: { talkedOn: addDays(on(9, 12), 14) } }),
    ),
    step(on(2, 18), '列为积极分子', () => app.applicants.makeActivist({ id: known('纪安然'), day: on(2, 18), mentors: '单雨桐' })),
    // 交了申请书，一个多月还没有派人谈话
    register(on(2, 5), { name: '闻立秋', gender: 'male', birthDay: '1999-04', appliedOn: on(2, 3), employer: '青禾市茶业商会 店员' }),
    // 撤回了申请
    register(
      on(8, 6),
      { name: '柏青', gender: 'male', appliedOn: on(8, 4), talkedOn: on(8, 6), employer: '茶叶市场个体户' },
      organizationOf(scene, 'lh'),
    ),
    step(on(3, 11), '终止发展', () => app.applicants.end({ id: known('柏青'), day: on(3, 11), reason: '外出经商，本人撤回申请' })),
  ]
}
