import { type Column, text } from '../ledger/columns.ts'
import { defineIncoming } from '../ledger/define.ts'
import { registerLedger } from './ledger.ts'

const known = registerLedger.columns as Record<string, Column<never>>

/** 三会一课台账的一列，加上各地的叫法。 */
const also = (field: string, synonyms: readonly string[], more: Partial<Column<never>> = {}): Column<never> => ({
  ...(known[field] as Column<never>),
  synonyms,
  ...more,
})

/** 过去的会议：外来的三会一课台账一行一次。比自己的台账多出的几列（列席、会议内容、决议、备注）也收进来（templates.md §7、§8）。 */
export const pastMeetingsLedger = defineIncoming(registerLedger, {
  id: 'meetings',
  importable: { what: '三会一课台账', unit: '次' },
  columns: {
    day: also('day', '时间 会议时间 会议日期 召开时间 召开日期 活动时间 活动日期 开会时间 学习时间 开展时间'.split(' '), {
      required: true,
    }),
    kindNames: also(
      'kindNames',
      '会议类型 会议类别 活动类型 活动类别 类别 组织生活类型 组织生活类别 三会一课类型 会议形式 活动形式 形式 会议种类 会议性质'.split(' '),
    ),
    topic: also(
      'topic',
      '议题 主题 会议议题 会议主题 会议名称 活动名称 活动主题 名称 学习主题 党课题目 题目 课题 议题主题 会议议题及决议 议题及内容 会议内容及议题 主题及内容 活动主题及内容 会议主题及内容'.split(
        ' ',
      ),
    ),
    organizationName: also('organizationName', '党组织 党支部 党支部名称 支部名称 所在党支部 所属党支部 支部 召开单位'.split(' ')),
    groupName: text('党小组', { width: 12, synonyms: ['小组', '党小组名称', '所在党小组'] }),
    startsAt: also('startsAt', ['开始时间', '起始时间', '起止时间', '起止', '时刻', '会议开始时间']),
    endsAt: also('endsAt', ['结束时间', '会议结束时间', '截止时间']),
    place: also('place', ['会议地点', '活动地点', '召开地点', '开会地点', '会场', '场所', '地址']),
    host: also('host', ['主持', '会议主持', '会议主持人', '召集人', '主持人姓名']),
    recorder: also('recorder', ['记录', '记录员', '会议记录人', '记录人员', '记录人姓名']),
    expected: also(
      'expected',
      '应到人数 应到会人数 应到党员 应到党员数 应参会人数 应参加人数 应出席人数 应参加 应出席 应参会 应到/实到 应到实到'.split(' '),
    ),
    present: also(
      'present',
      '实到人数 实到会人数 实到党员 实到党员数 实参会人数 参会人数 到会人数 出席人数 参加人数 实际参加人数 实际到会 出席 参加人员 出席人员 参会人员 到会人员 参会人数及名单'.split(
        ' ',
      ),
    ),
    onLeave: also('onLeave', ['请假人数', '请假人员', '请假人员及原因', '请假情况']),
    absent: also('absent', [
      '缺席人数',
      '缺席人员',
      '缺席人员及原因',
      '缺席情况',
      '缺席原因',
      '未到',
      '未到人数',
      '未到人员',
      '缺勤',
      '缺勤人数',
    ]),
    observers: text('列席', { width: 8, synonyms: ['列席人数', '列席人员', '列席人'] }),
    absentees: text('表上的人名', { width: 16 }),
    minutes: text('会议内容', {
      width: 28,
      synonyms:
        '内容 主要内容 活动内容 会议主要内容 学习内容 讨论情况 会议记录 会议内容及讨论情况 会议议程 主要议程 议程 活动情况 会议情况'.split(
          ' ',
        ),
    }),
    decisions: text('决议', {
      width: 24,
      synonyms: '会议决议 关键决议 形成决议 形成的决议 决议事项 议定事项 决定事项 会议决定 决议情况'.split(' '),
    }),
    remark: text('备注', { width: 14, synonyms: ['备考', '说明'] }),
    status: text('状态', { width: 8, synonyms: ['完成情况', '开展情况'] }),
    rate: also('rate', ['到会率', '参会率'], { derived: true }),
  },
})
