import type { MeetingRow } from '../../shared/meetings/contract.ts'

/** 单位名的末尾与会名的开头说的是同一个词时，只写一遍。 */
const SAID_TWICE = ['支部', '党小组']

/**
 * 单位名接着会名，照人的写法。
 * @example unitMeeting('春晖商会党支部', '支部党员大会') // '春晖商会党支部党员大会'
 * @example unitMeeting('春晖商会党支部第一党小组', '党小组会') // '春晖商会党支部第一党小组会'
 */
export const unitMeeting = (unit: string, meeting: string): string => {
  const twice = SAID_TWICE.find((word) => unit.endsWith(word) && meeting.startsWith(word)) ?? ''
  return unit + meeting.slice(twice.length)
}

/** 签到表的标题。例：'春晖商会党支部党员大会、党课签到表' */
export const signInTitle = ({ organizationName, groupName, kindNames }: Pick<MeetingRow, 'organizationName' | 'groupName' | 'kindNames'>) =>
  `${unitMeeting(organizationName + (groupName ?? ''), kindNames)}签到表`

/** 记录的标题是会议名称加“记录”；主题里没有会名时用会议类型。例：'第一季度党员大会' → '第一季度党员大会记录' */
export const recordTitle = ({ topic, kindNames }: Pick<MeetingRow, 'topic' | 'kindNames'>) =>
  /(会|会议|党课|党日)$/.test(topic) ? `${topic}记录` : `${kindNames}记录`

/** 目录里的一行：类型与主题；主题开头已写了类型的不再写一遍。例：'支部党员大会、党课：质量就是信誉'（主题是“党课：质量就是信誉”） */
export const listedTitle = ({ topic, kindNames }: Pick<MeetingRow, 'topic' | 'kindNames'>) => {
  const said = kindNames.split('、').find((kind) => topic.startsWith(`${kind}：`))
  return `${kindNames}：${said ? topic.slice(said.length + 1) : topic}`
}
