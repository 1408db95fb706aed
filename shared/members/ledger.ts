import { code, dayOrMonth, month, number, text } from '../ledger/columns.ts'
import { defineLedger } from '../ledger/define.ts'
import { columns } from './columns.ts'

const { mobile, phone, address, standing, outOfContact, outOfContactSince, floating, floatingTo } = columns
/** 两本台账都接着排的一段：怎样联系、党籍、失联、流动。 */
const contact = { mobile, phone, address, standing, outOfContact, outOfContactSince, floating, floatingTo }

/** 全国系统口径的二十列（templates.md §1）；学历、工作岗位写代码。 */
export const rosterLedger = defineLedger({
  id: 'roster',
  title: '党员花名册',
  source: 'members.roster',
  keys: [['idNumber'], ['name', 'birthDay']],
  columns: {
    name: columns.name,
    branchName: columns.branchName,
    idNumber: columns.idNumber,
    gender: columns.gender,
    ethnicity: columns.ethnicity,
    birthDay: columns.birthDay,
    education: code('学历', 'education', { width: 6 }),
    category: columns.category,
    joinedOn: columns.joinedOn,
    fullMemberOn: columns.fullMemberOn,
    job: code('工作岗位', 'job', { width: 9 }),
    ...contact,
  },
})

/** 支部内部花名册：二十列之外再加常用附加列，文字写学历与岗位；外来名册都按它导入。 */
export const membersLedger = defineLedger({
  id: 'members',
  title: '党员信息台账',
  source: 'members.roster',
  keys: [['idNumber'], ['name', 'birthDay']],
  importable: { what: '党员名册', unit: '人' },
  takesCustomFields: true,
  viewSource: 'members.everyone',
  columns: {
    name: columns.name,
    gender: columns.gender,
    ethnicity: columns.ethnicity,
    nativePlace: text('籍贯', { width: 12 }),
    idNumber: columns.idNumber,
    birthDay: columns.birthDay,
    age: number('年龄', { width: 6, derived: true }),
    education: text('学历', {
      width: 10,
      align: 'center',
      synonyms: ['文化程度', '最高学历', '学历学位', '学历层次', '教育程度', '文化', '全日制学历', '全日制教育'],
    }),
    school: text('毕业院校及专业', {
      width: 20,
      synonyms: ['毕业院校', '毕业学校', '毕业院校系及专业', '毕业学校及专业', '毕业院校专业', '院校及专业'],
    }),
    workStartedOn: dayOrMonth('参加工作时间', {
      synonyms: ['工作年月', '参加工作', '何时参加工作', '工作时间', '参工时间', '参加革命工作时间'],
    }),
    employer: text('工作单位及职务', {
      width: 22,
      synonyms: [
        '工作单位',
        '单位及职务',
        '所在单位及职务',
        '任职单位及职务',
        '工作单位及岗位',
        '工作单位及职务职称',
        '单位及职务职称',
        '单位',
        '所在单位',
        '单位名称',
        '工作单位名称',
        '现工作单位',
        '任职单位',
        '从业单位',
        '就业单位',
        '公司名称',
        '企业名称',
        '所在企业',
        '单位全称',
      ],
    }),
    job: text('工作岗位', { width: 14, synonyms: ['岗位', '从事职业', '职业', '从事工作', '工种'] }),
    category: columns.category,
    joinedOn: columns.joinedOn,
    fullMemberOn: columns.fullMemberOn,
    partyAge: number('党龄', { width: 6, derived: true }),
    introducers: text('入党介绍人', { width: 14, synonyms: ['介绍人', '入党介绍人姓名'] }),
    branchName: columns.branchName,
    groupName: text('党小组', {
      width: 12,
      synonyms: ['所在党小组', '所属党小组', '党小组名称', '所在小组', '所属小组', '小组名称', '小组'],
    }),
    partyPost: text('党内职务', {
      width: 12,
      synonyms: ['党内任职', '党内职务名称', '支部职务', '党支部职务', '党组织职务', '党务职务', '现任党内职务', '党内岗位', '党员职务'],
    }),
    ...contact,
    duesStandard: text('党费标准', {
      width: 10,
      synonyms: ['党费交纳标准', '党费交费标准', '月交党费', '月党费', '每月党费', '月应交党费', '每月应交党费', '月应交纳党费'],
    }),
    duesPaidThrough: month('党费交至', {
      synonyms: ['党费交至时间', '党费交纳至', '党费交纳至时间', '党费已交至'],
    }),
    family: text('家庭情况', { width: 18, privacy: 'private', synonyms: ['家庭成员', '家庭成员情况', '家庭主要成员', '家庭状况'] }),
    specialty: text('特长', { width: 12, synonyms: ['特长爱好', '爱好特长', '个人特长', '兴趣特长'] }),
    honours: text('荣誉', { width: 18, synonyms: ['获得荣誉', '所获荣誉', '荣誉称号', '奖励情况', '获奖情况', '受表彰情况', '奖惩情况'] }),
    homeInvestment: text('回乡投资意向', { width: 14, synonyms: ['返乡投资意向', '投资意向'] }),
    note: text('备注', { width: 16, privacy: 'private', synonyms: ['备考', '附注', '备注说明'] }),
  },
})
