import type { MeetingPage } from '../../shared/meetings/contract.ts'
import type { Step } from './steps.ts'

export interface Warning {
  text: string
  /** 在哪一步补。 */
  step?: Step
}

/** 归档之前该看一眼的：缺记录、缺决议、缺时间地点与人、补录。只提醒，不拦。 */
export function warningsOf({ meeting, speeches, decisions }: MeetingPage, unsaved: boolean): Warning[] {
  const blanks = [
    meeting.startsAt === null && '开始时间',
    meeting.place === '' && '地点',
    meeting.host === '' && '主持人',
    meeting.recorder === '' && '记录人',
  ].filter(Boolean)
  const warnings: (Warning | false)[] = [
    meeting.unmarked > 0 && { text: `还有 ${meeting.unmarked} 人没有登记出勤。`, step: 'attendance' },
    unsaved && { text: '会议记录有还没保存的内容。', step: 'minutes' },
    !unsaved && speeches.length === 0 && { text: '还没有会议记录。', step: 'minutes' },
    !unsaved && decisions.length === 0 && { text: '没有登记决议或议定事项。', step: 'decisions' },
    blanks.length > 0 && { text: `没有写${blanks.join('、')}。`, step: 'plan' },
    meeting.backfilled && { text: '这是补录：录入时间晚于开会时间，记录上会注明。' },
  ]
  return warnings.filter((one) => one !== false)
}
