import type { Client } from '../../shared/contract.ts'
import type { Given } from '../../shared/kit/procedure.ts'

type Admit = Given<Client['members']['admit']['procedure']>
type PlanInput = Given<Client['meetings']['plan']['procedure']>

/** 用真的命令造测试要的东西；测试不关心的都填好。 */
export interface Make {
  /** 台账的根组织。 */
  root(): Promise<number>
  member(facts?: Partial<Admit['facts']>, rest?: Partial<Omit<Admit, 'facts'>>): Promise<number>
  members(count: number): Promise<number[]>
  meeting(plan?: Partial<PlanInput>): Promise<number>
  /** 已确认召开的会议：全部到会，写了一条记录。 */
  heldMeeting(plan?: Partial<PlanInput>): Promise<number>
  archivedMeeting(plan?: Partial<PlanInput>): Promise<number>
}

export function makers(app: Client): Make {
  let count = 0
  const root = async () => (await app.organizations.tree({}))[0]?.id ?? 0
  const make: Make = {
    root,
    async member(facts = {}, rest = {}) {
      count += 1
      const { id } = await app.members.admit({
        organizationId: rest.organizationId ?? (await root()),
        category: 'formal',
        ...rest,
        facts: { name: `党员${'甲乙丙丁戊己庚辛壬癸'[count % 10]}${count}`, joinedOn: '2010-07-01', fullMemberOn: '2011-07-01', ...facts },
      })
      return id
    },
    async members(wanted) {
      const ids: number[] = []
      for (let i = 0; i < wanted; i += 1) ids.push(await make.member())
      return ids
    },
    async meeting(plan = {}) {
      const { id } = await app.meetings.plan({
        organizationId: await root(),
        kinds: ['branchAssembly'],
        topic: '学习讨论',
        day: '2026-06-10',
        startsAt: '14:30',
        endsAt: '16:00',
        place: '三楼会议室',
        host: '李明',
        recorder: '王芳',
        agenda: ['传达学习', '讨论事项'],
        ...plan,
      })
      return id
    },
    async heldMeeting(plan) {
      const id = await make.meeting(plan)
      await app.attendance.allPresent({ meetingId: id })
      await app.meetings.writeMinutes({
        id,
        speeches: [{ agendaNo: 1, speaker: '李明', text: '传达了有关文件精神。' }],
        decisions: [{ text: '下月开展志愿服务。' }],
      })
      await app.meetings.hold({ id })
      return id
    },
    async archivedMeeting(plan) {
      const id = await make.heldMeeting(plan)
      await app.meetings.archive({ id })
      return id
    },
  }
  return make
}
