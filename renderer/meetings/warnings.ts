import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { MeetingPage } from '../../shared/meetings/contract.ts'
import type { MatterKind, OutdatedVote } from '../../shared/votes/contract.ts'
import { needsReason } from '../attendance/states.ts'
import { type Step, votesLacking } from './steps.ts'

export interface Warning {
  text: string
  /** 在哪一步补。 */
  step?: Step
}

/**
 * 归档之前该看一眼的：缺出勤与原因、缺记录、缺表决与决议、缺时间地点与人、补录。只提醒，不拦。
 * @param voted 登记了哪几种表决
 * @param outdated 登记之后出勤又改了、人数对不上的表决
 */
export function warningsOf(
  page: MeetingPage,
  sheet: readonly AttendanceRow[],
  unsaved: boolean,
  voted: readonly MatterKind[],
  outdated: readonly OutdatedVote[] = [],
): Warning[] {
  const { meeting, speeches, decisions } = page
  const unvoted = votesLacking(page, voted)
  const unreasoned = sheet.filter(({ state, reason }) => needsReason(state) && reason === '').map(({ name }) => name)
  const blanks = [
    meeting.startsAt === null && '开始时间',
    meeting.place === '' && '地点',
    meeting.host === '' && '主持人',
    meeting.recorder === '' && '记录人',
  ].filter(Boolean)
  const silent = page.agenda.filter((_, index) => !speeches.some(({ agendaNo }) => agendaNo === index + 1)).length
  const warnings: (Warning | false)[] = [
    meeting.unmarked > 0 && { text: `还有 ${meeting.unmarked} 人没有登记出勤。`, step: 'attendance' },
    unreasoned.length > 0 && { text: `${someNames(unreasoned)}没有写请假或缺席的原因。`, step: 'attendance' },
    unsaved && { text: '会议记录有还没保存的内容。', step: 'minutes' },
    !unsaved && speeches.length === 0 && { text: '还没有会议记录。', step: 'minutes' },
    !unsaved &&
      speeches.length > 0 &&
      silent > 0 && { text: `${page.agenda.length} 项议程里有 ${silent} 项没有写内容，印出来只有标题。`, step: 'minutes' },
    unvoted.length > 0 && { text: `这次会要${unvoted.join('、')}，还没有登记表决。`, step: 'decisions' },
    ...outdated.map(
      ({ matter, eligible, present, now }): Warning => ({
        text: `表决“${matter}”登记的是应到 ${eligible} 人、实到 ${present} 人，现在的出勤是应到 ${now.eligible} 人、实到 ${now.present} 人。`,
        step: 'decisions',
      }),
    ),
    !unsaved && decisions.length === 0 && { text: '没有登记决议或议定事项。', step: 'decisions' },
    blanks.length > 0 && { text: `没有写${blanks.join('、')}。`, step: 'plan' },
    meeting.backfilled && { text: '这是补录：录入时间晚于开会时间，记录上会注明。' },
  ]
  return warnings.filter((one) => one !== false)
}

const someNames = (names: readonly string[]) =>
  names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 人` : names.join('、')
