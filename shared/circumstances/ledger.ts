import { choice, dayOrMonth, text } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { genderWords } from '../members/words.ts'
import { causeWords } from './words.ts'

const person = {
  memberName: text('姓名', { width: 9, align: 'center' }),
  gender: choice('性别', genderWords, { width: 5 }),
  idNumber: text('公民身份证号', { width: 20, align: 'center', privacy: 'idNumber' }),
  branchName: text('所在党支部', { width: 18 }),
}

/** 困难党员台账；整本只在上报级里有内容（layout.md E3）。 */
export const hardshipLedger = defineLedger({
  id: 'hardship',
  title: '困难党员台账',
  source: 'circumstances.hardship',
  keys: [['idNumber'], ['memberName']],
  rowPrivacy: () => 'private',
  columns: {
    ...person,
    birthDay: dayOrMonth('出生日期'),
    mobile: text('手机号', { width: 13, align: 'center', privacy: 'phone' }),
    reason: text('困难情况', { width: 26, privacy: 'private' }),
    approval: text('批准文号', { width: 16, privacy: 'private' }),
    fromDay: dayOrMonth('从何时起'),
    untilDay: dayOrMonth('到何时止'),
  },
})

/** 失联党员登记表（templates.md §6）。 */
export const lostLedger = defineLedger({
  id: 'lost',
  title: '失联党员登记表',
  source: 'circumstances.lost',
  keys: [['idNumber'], ['memberName']],
  columns: {
    ...person,
    joinedOn: dayOrMonth('入党时间'),
    since: dayOrMonth('与党组织失去联系时间', { width: 14 }),
    cause: choice('失去联系情形', causeWords, { width: 14 }),
    search: text('查找经过', { width: 28, privacy: 'private' }),
    opinion: text('处理意见', { width: 20, privacy: 'private' }),
  },
})
