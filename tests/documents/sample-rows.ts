import type { Column } from '../../shared/ledger/columns.ts'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import { ledgers } from '../../shared/ledgers.ts'
import type { MeetingRow } from '../../shared/meetings/contract.ts'
import type { MemberRow } from '../../shared/members/contract.ts'

/** 虚构的人：身份证号的地区码 999 开头，不是任何地方。 */
const memberRow = (over: Partial<MemberRow> = {}): MemberRow => ({
  id: 1,
  organizationId: 1,
  branchName: '春晖商会党支部',
  groupId: null,
  groupName: '第一党小组',
  category: 'formal',
  standing: 'normal',
  age: 46,
  partyAge: 22,
  name: '赵小满',
  pinyin: 'zhao xiao man',
  initials: 'zxm',
  idNumber: '99900119800101007X',
  gender: 'female',
  ethnicity: '汉族',
  birthDay: '1980-01-01',
  education: '大学本科',
  joinedOn: '2003-07',
  fullMemberOn: '2004-07-01',
  job: '企业管理人员',
  mobile: '13800005678',
  phone: '0000-88886666',
  address: '某某省某某市某某区幸福路8号幸福小区2幢301室',
  outOfContact: false,
  outOfContactSince: null,
  floating: true,
  floatingTo: '某某省某某市',
  nativePlace: '某某省某某县',
  workStartedOn: '2001-09',
  partyPost: '组织委员',
  employer: '某某建设集团有限公司副总经理',
  school: '某某大学工商管理专业',
  introducers: '钱一、孙二',
  duesStandard: '0.5%',
  duesPaidThrough: '2026-05',
  family: '父母在老家',
  specialty: '书法',
  honours: '优秀共产党员\n先进工作者',
  homeInvestment: null,
  note: '需要轮椅',
  ...over,
})

const meetingRow = (over: Partial<MeetingRow> = {}): MeetingRow => ({
  id: 1,
  kinds: ['branchAssembly'],
  kindNames: '支部党员大会',
  topic: '学习讨论',
  organizationId: 1,
  organizationName: '春晖商会党支部',
  groupName: null,
  day: '2026-03-05',
  startsAt: '14:30',
  endsAt: null,
  place: '三楼会议室',
  host: '李明',
  recorder: '王芳',
  expected: 47,
  present: 45,
  online: 3,
  onLeave: 1,
  absent: 1,
  unmarked: 0,
  observers: 0,
  superiors: 0,
  excluded: 0,
  nameless: false,
  rate: 95.7,
  status: 'archived',
  recordedAt: '2026-03-05T08:30:00.000Z',
  backfilled: false,
  voidedReason: null,
  ...over,
})

/** 没有写明样例的来源：按列的种类给平常的、空的、刁钻的。 */
const plainRow = (ledger: Ledger, index: number, tricky: string): Record<string, unknown> => {
  const values: Record<Column<unknown>['kind'], unknown> = {
    text: index % 3 === 0 ? null : tricky,
    code: null,
    number: index,
    percent: index % 4 ? 0.5 : null,
    money: index % 5 ? index * 12_345 - 100 : null,
    day: '2026-03-05',
    dayOrMonth: '2026-03',
    month: '2026-03',
    time: '08:30',
    yesNo: index % 2 === 0,
    choice: null,
  }
  return Object.fromEntries(columnsOf(ledger).map(({ field, column }) => [field, values[column.kind]]))
}

/** 党费的行内合计要与各月相符。 */
const registerRow = (ledger: Ledger, index: number, tricky: string) => {
  const months = Array.from({ length: 12 }, (_, at) => (at === index % 12 ? '免' : at % 3 ? 1500 + index : null))
  return {
    ...plainRow(ledger, index, tricky),
    ...Object.fromEntries(months.map((value, at) => [`m${String(at + 1).padStart(2, '0')}`, value])),
    paid: months.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
  }
}

/** 每本台账来源的样例行：平常的、空的、刁钻的。 */
export const rowsFor = (source: string, count: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, index) => {
    const tricky = ['=1+1', '@SUM(A1)', '-2+3', '+cmd|calc', "'单引号", '_x0041_', '<b>&"', '00123', '1E5', '2026-03-05'][index % 10] ?? ''
    const ledger = ledgers.find((one) => one.source === source)
    if (ledger && !/^(meetings|members)\./.test(source))
      return source === 'dues.register' ? registerRow(ledger, index, tricky) : plainRow(ledger, index, tricky)
    return source === 'meetings.register'
      ? meetingRow({
          id: index + 1,
          topic: `${tricky} 议题${index + 1}`,
          place: tricky,
          endsAt: index % 2 ? '16:05' : null,
          rate: index % 3 ? 95.7 : null,
          expected: index,
        })
      : {
          onCommittee: index % 2 === 0,
          ...memberRow({
            id: index + 1,
            name: `党员${index + 1}`,
            note: tricky,
            nativePlace: tricky,
            ethnicity: index % 4 ? '汉族' : null,
            idNumber: index % 5 ? '99900119800101007X' : null,
            birthDay: index % 3 ? '1980-01' : '1980-01-02',
            floating: index % 2 === 0,
            education: index % 2 ? '大学本科' : '自学成才',
          }),
        }
  })
