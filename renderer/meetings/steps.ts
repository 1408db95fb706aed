import type { Day } from '../../shared/kit/values.ts'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import { particularKindsOf } from '../../shared/particulars/words.ts'
import type { MatterKind } from '../../shared/votes/contract.ts'
import { lackingVotes, wantedVotes } from '../../shared/votes/wanted.ts'

export type Step = 'plan' | 'signIn' | 'attendance' | 'minutes' | 'particulars' | 'decisions' | 'attachments' | 'archive'

const steps: readonly { step: Step; label: string }[] = [
  { step: 'plan', label: '安排' },
  { step: 'signIn', label: '签到表' },
  { step: 'attendance', label: '出勤' },
  { step: 'minutes', label: '记录' },
  { step: 'particulars', label: '专项' },
  { step: 'decisions', label: '表决与决议' },
  { step: 'attachments', label: '附件' },
  { step: 'archive', label: '归档打印' },
]

/** 这次会议的步骤：有自己几项可填的类型（党课、主题党日、组织生活会）才有“专项”。 */
export const stepsOf = (kinds: readonly string[]) =>
  steps.filter(({ step }) => step !== 'particulars' || particularKindsOf(kinds).length > 0)

/** @example nameOfStep('minutes') // '记录' */
export const nameOfStep = (step: Step) => steps.find((one) => one.step === step)?.label ?? ''

/** 打开一次会议先到哪一步：下一件该做的事。 */
export function firstStep({ meeting, speeches }: MeetingPage, today: Day): Step {
  if (meeting.status === 'archived') return 'archive'
  if (meeting.status === 'planned') return meeting.day > today ? 'signIn' : 'attendance'
  return speeches.length === 0 ? 'minutes' : 'archive'
}

/** 会议这一页之外查来的：几份附件，几类专项填了，登记了哪几种表决。 */
interface Beside {
  attachments: number
  particulars: number
  votes: readonly MatterKind[]
}

interface Progress {
  done: boolean
  note: string
}

/** 依规要表决而还没有登记的几种，写成话。 */
export const votesLacking = ({ meeting, agenda, decisions }: MeetingPage, recorded: readonly MatterKind[]): string[] =>
  lackingVotes(wantedVotes(meeting.kinds, [meeting.topic, ...agenda, ...decisions.map(({ text }) => text)]), recorded)

/** 哪一步做完了，没做完的还差什么；归档之后没填的只说一声，不再催。 */
export function progressOf(page: MeetingPage, step: Step, { attachments, particulars, votes }: Beside): Progress {
  const { meeting, speeches, decisions } = page
  const after = meeting.status !== 'planned'
  const sealed = meeting.status === 'archived'
  switch (step) {
    case 'plan':
      return { done: true, note: '' }
    case 'signIn':
      return { done: after, note: '' }
    case 'attendance': {
      const note = meeting.unmarked > 0 ? `未登记 ${meeting.unmarked}` : after ? '' : '待确认召开'
      return { done: after, note }
    }
    case 'minutes':
      return { done: speeches.length > 0, note: speeches.length > 0 ? `${speeches.length} 段` : '' }
    case 'particulars': {
      const lacking = particularKindsOf(meeting.kinds).length - particulars
      return { done: lacking === 0, note: lacking > 0 && after ? (sealed ? '未填' : '待填') : '' }
    }
    case 'decisions': {
      const lacking = after && votesLacking(page, votes).length > 0
      const note = lacking ? (sealed ? '没有表决' : '缺表决') : decisions.length > 0 ? `${decisions.length} 项` : ''
      return { done: decisions.length > 0 && !lacking, note }
    }
    case 'attachments':
      return { done: attachments > 0, note: attachments > 0 ? `${attachments} 份` : '' }
    case 'archive':
      return { done: sealed, note: '' }
  }
}
