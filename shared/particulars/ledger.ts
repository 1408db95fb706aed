import { day, number, text, yesNo } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'

const organizationName = text('党组织名称', { width: 20 })

/** 党课台账（templates.md §11）。 */
export const lecturesLedger = defineLedger({
  id: 'lectures',
  title: '党课台账',
  source: 'particulars.lectures',
  keys: [['day', 'title']],
  columns: {
    organizationName,
    day: day('日期'),
    title: text('题目', { width: 28 }),
    lecturer: text('主讲人', { width: 9, align: 'center' }),
    lecturerPost: text('主讲人职务', { width: 18 }),
    present: number('人数', { width: 6, total: true }),
    hours: number('学时', { width: 6, total: true }),
    note: text('备注', { width: 16 }),
  },
})

/** 主题党日台账（templates.md §10）。 */
export const themeDaysLedger = defineLedger({
  id: 'themeDays',
  title: '主题党日台账',
  source: 'particulars.themeDays',
  keys: [['day', 'topic']],
  counts: '人次',
  columns: {
    organizationName,
    day: day('活动日期'),
    topic: text('活动主题', { width: 24 }),
    expected: number('应到', { width: 6, total: true }),
    present: number('实到', { width: 6, total: true }),
    parts: text('活动内容', { width: 24 }),
    reading: text('学习篇目', { width: 24 }),
    highlights: text('亮点', { width: 18 }),
    shortcomings: text('不足', { width: 18 }),
  },
})

/** 组织生活会台账（templates.md §12，会前与会上）。对照检查与批评意见的原文只在那次会议里。 */
export const orgLivesLedger = defineLedger({
  id: 'orgLives',
  title: '组织生活会台账',
  source: 'particulars.orgLives',
  keys: [['day', 'topic']],
  columns: {
    organizationName,
    day: day('日期'),
    theme: text('会议主题', { width: 24 }),
    study: text('会前学习', { width: 24 }),
    talkPairs: number('谈心对子', { width: 7, total: true }),
    talkTimes: number('谈心次数', { width: 7, total: true }),
    opinions: number('征求意见', { width: 7, total: true }),
    examinations: number('对照检查', { width: 7, total: true }),
    criticisms: number('批评意见', { width: 7, total: true }),
    present: number('实到', { width: 6, total: true }),
  },
})

/** 学习培训学时台账（templates.md §25）：各人一年的学时。 */
export const hoursLedger = defineLedger({
  id: 'hours',
  title: '党员学时台账',
  source: 'particulars.hours',
  keys: [['name', 'branchName']],
  orientation: 'portrait',
  columns: {
    name: text('姓名', { width: 9, align: 'center' }),
    branchName: text('所在党支部', { width: 22 }),
    onCommittee: yesNo('班子成员', { width: 9 }),
    lectures: number('听党课次数', { width: 8, total: true }),
    hours: number('学时', { width: 8, total: true }),
    required: number('要求学时', { width: 8 }),
    lacking: number('还差', { width: 8 }),
  },
})
