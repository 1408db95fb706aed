import { attachmentKindWords, ownerWords } from '../../shared/attachments/words.ts'
import { exclusionWords, guestKindWords, stateWords } from '../../shared/attendance/words.ts'
import { awardKindWords, penaltyWords } from '../../shared/awards/words.ts'
import { causeWords, circumstanceWords } from '../../shared/circumstances/words.ts'
import {
  adjustWords,
  kindWords as duesKindWords,
  lineWords,
  methodWords,
  modeWords,
  movementWords,
  unitWords,
} from '../../shared/dues/words.ts'
import { fieldKindWords, fieldPrivacyWords } from '../../shared/fields/words.ts'
import { audienceWords, statusWords } from '../../shared/meetings/words.ts'
import { categoryWords, genderWords, standingWords } from '../../shared/members/words.ts'
import { kindWords, postWords } from '../../shared/organizations/words.ts'
import { meetingKindsOfPack } from '../rules/packs.ts'

/** 一张表在操作记录里怎样称呼：名字、哪几列的值能说明是哪一行、每列的称呼、代号怎样写成话。 */
interface TableWords {
  name: string
  /** 行的名字取自这些列；以 _id 结尾的列取所指那一行的名字。 */
  identity: readonly string[]
  labels: Record<string, string>
  words?: Record<string, Record<string, string>>
}

/** 规则包里的类型代号 → 名称。 */
const kindNamesOfPack = Object.fromEntries(meetingKindsOfPack().map(({ code, name }) => [code, name]))

const yesNo = { 0: '否', 1: '是' }

export const tableWords: Record<string, TableWords> = {
  organization: {
    name: '组织',
    identity: ['name'],
    labels: { name: '名称', kind: '类别', parent_id: '上级组织', founded_on: '成立日期', dissolved_on: '撤销日期' },
    words: { kind: kindWords },
  },
  post: {
    name: '任职',
    identity: ['member_id', 'title'],
    labels: { organization_id: '组织', member_id: '党员', title: '职务', from_day: '任职日期', until_day: '免职日期' },
    words: { title: postWords },
  },
  member: {
    name: '党员',
    identity: ['name'],
    labels: {
      name: '姓名',
      id_number: '公民身份证号',
      gender: '性别',
      ethnicity: '民族',
      birth_day: '出生日期',
      education: '学历',
      joined_on: '加入党组织日期',
      full_member_on: '转为正式党员日期',
      job: '工作岗位',
      mobile: '手机号',
      phone: '固定电话',
      address: '家庭住址',
      out_of_contact: '是否失联',
      out_of_contact_since: '失去联系日期',
      floating: '是否流动党员',
      floating_to: '外出流向',
      native_place: '籍贯',
      work_started_on: '参加工作时间',
      party_post: '党内职务',
      employer: '工作单位及职务',
      school: '毕业院校及专业',
      introducers: '入党介绍人',
      dues_standard: '党费标准',
      dues_paid_through: '党费交至',
      family: '家庭情况',
      specialty: '特长',
      honours: '荣誉',
      home_investment: '回乡投资意向',
      note: '备注',
    },
    words: { gender: genderWords, out_of_contact: yesNo, floating: yesNo },
  },
  member_branch: { name: '所在支部', identity: ['member_id'], labels: { organization_id: '支部', from_day: '起始日期' } },
  member_group: { name: '所在党小组', identity: ['member_id'], labels: { organization_id: '党小组', from_day: '起始日期' } },
  member_category: {
    name: '人员类别',
    identity: ['member_id'],
    labels: { category: '类别', from_day: '起始日期' },
    words: { category: categoryWords },
  },
  member_standing: {
    name: '党籍状态',
    identity: ['member_id'],
    labels: { standing: '状态', from_day: '起始日期' },
    words: { standing: standingWords },
  },
  award: {
    name: '奖惩',
    identity: ['member_id', 'name'],
    labels: {
      name: '名称',
      kind: '类别',
      penalty: '处分种类',
      level: '级别',
      authority: '批准机关',
      day: '日期',
      document_number: '文号',
      from_day: '察看起',
      until_day: '察看止',
    },
    words: { kind: awardKindWords, penalty: penaltyWords },
  },
  circumstance: {
    name: '情况',
    identity: ['member_id', 'kind'],
    labels: {
      kind: '种类',
      from_day: '从何时起',
      until_day: '到何时止',
      reason: '情况说明',
      approval: '批准文号',
      cause: '失联情形',
      search: '查找经过',
      opinion: '处理意见',
    },
    words: { kind: circumstanceWords, cause: causeWords },
  },
  custom_field: {
    name: '自设字段',
    identity: ['name'],
    labels: { name: '名称', kind: '种类', options: '可选的说法', privacy: '级别' },
    words: { kind: fieldKindWords, privacy: fieldPrivacyWords },
  },
  custom_value: { name: '自设字段', identity: ['member_id', 'field_id'], labels: { value: '内容' } },
  meeting: {
    name: '会议',
    identity: ['topic'],
    labels: {
      organization_id: '组织',
      group_id: '党小组',
      topic: '主题',
      day: '日期',
      starts_at: '开始',
      ends_at: '结束',
      place: '地点',
      host: '主持人',
      recorder: '记录人',
      status: '状态',
      recorded_at: '录入时间',
      expected_count: '应到人数',
    },
    words: { status: statusWords },
  },
  own_kind: {
    name: '自设会议类型',
    identity: ['name'],
    labels: { name: '名称', audience: '应到范围', period: '周期', times: '次数' },
    words: { audience: audienceWords },
  },
  meeting_kind: { name: '会议类型', identity: ['meeting_id'], labels: { code: '类型' }, words: { code: kindNamesOfPack } },
  agenda_item: { name: '议题', identity: ['meeting_id'], labels: { text: '议题' } },
  speech: { name: '发言', identity: ['meeting_id'], labels: { agenda_no: '议题', speaker: '发言人', text: '内容' } },
  decision: {
    name: '议定事项',
    identity: ['meeting_id'],
    labels: { text: '事项', responsible: '责任人', due: '完成时限' },
  },
  correction: { name: '更正说明', identity: ['meeting_id'], labels: { text: '说明', at: '时间', actor: '操作人' } },
  attendance: {
    name: '出勤',
    identity: ['member_id'],
    labels: { meeting_id: '会议', state: '状态', reason: '事由' },
    words: { state: stateWords },
  },
  exclusion: {
    name: '不计入应到',
    identity: ['member_id'],
    labels: { meeting_id: '会议', reason: '理由', basis: '依据', approved_by: '同意的上级党组织', adopted_at: '通过的党员大会' },
    words: { reason: exclusionWords },
  },
  guest: {
    name: '来宾',
    identity: ['name'],
    labels: { meeting_id: '会议', kind: '身份', name: '姓名', post: '单位职务' },
    words: { kind: guestKindWords },
  },
  makeup: {
    name: '补课',
    identity: ['member_id'],
    labels: { meeting_id: '会议', day: '补课日期', content: '补课内容', taught_by: '补课人', confirmed_by: '确认人' },
  },
  attachment: {
    name: '附件',
    identity: ['name'],
    labels: {
      owner: '挂在',
      owner_id: '编号',
      kind: '种类',
      hash: '原件',
      small_hash: '缩小的一份',
      name: '文件名',
      caption: '说明',
      turn: '旋转',
      taken_at: '拍摄时间',
      added_at: '添加时间',
      after_archive: '归档后补充',
    },
    words: { kind: attachmentKindWords, owner: ownerWords, after_archive: yesNo },
  },
  dues_practice: {
    name: '党费口径',
    identity: ['organization_id'],
    labels: {
      from_month: '起用年月',
      rounding_unit: '取整到',
      rounding_mode: '取整方式',
      adjust: '基数变动',
      items: '计入项目',
      remit_share: '上缴比例（万分之）',
      book: '收据册',
    },
    words: { rounding_unit: unitWords, rounding_mode: modeWords, adjust: adjustWords },
  },
  dues_base: {
    name: '交费基数',
    identity: ['member_id', 'from_month'],
    labels: { kind: '类别', base: '基数（分）', amount: '定额（分）', items: '各项', approval: '批准文号', note: '备注', pack: '规则' },
    words: { kind: duesKindWords },
  },
  dues_period: {
    name: '党费结账',
    identity: ['month'],
    labels: { organization_id: '组织', closed: '已结账', reason: '反结账原因' },
    words: { closed: yesNo },
  },
  due: {
    name: '应交党费',
    identity: ['member_id', 'month'],
    labels: { organization_id: '支部', payable: '应交（分）', exempt: '免交', reason: '原因', approval: '批准文号', settled: '结账时定下' },
    words: { exempt: yesNo, settled: yesNo },
  },
  dues_payment: {
    name: '交费',
    identity: ['member_id', 'paid_on'],
    labels: {
      organization_id: '支部',
      method: '方式',
      collector: '收款人',
      payer: '代交人',
      advanced: '垫交',
      note: '备注',
      ordinary: '金额（分）',
      large: '大额党费（分）',
      reverses: '冲销的是第几笔',
    },
    words: { method: methodWords, advanced: yesNo },
  },
  dues_payment_line: {
    name: '交费归属',
    identity: ['member_id', 'month'],
    labels: { payment_id: '哪一笔', kind: '种类', amount: '金额（分）' },
    words: { kind: lineWords },
  },
  dues_receipt: {
    name: '党费收据',
    identity: ['year', 'number'],
    labels: {
      organization_id: '支部',
      book: '收据册',
      payment_id: '哪一笔',
      issued_on: '开具日期',
      printed: '打印次数',
      voided: '已作废',
      void_reason: '作废原因',
      batch: '开出的操作',
    },
    words: { voided: yesNo },
  },
  dues_movement: {
    name: '党费收支',
    identity: ['year', 'number'],
    labels: {
      organization_id: '组织',
      book: '册',
      batch: '记入的操作',
      kind: '类别',
      day: '日期',
      summary: '摘要',
      amount: '金额（分）',
      purpose: '用途',
      from_month: '期间起',
      to_month: '期间止',
      counterparty: '对方单位',
      slip_no: '缴款凭证号',
      receipt_no: '收据号',
      handler: '经手人',
      approver: '审批人',
      papers: '票据张数',
      reverses: '冲销的是第几笔',
    },
    words: { kind: movementWords },
  },
  import_mapping: { name: '导入对应', identity: ['header_path'], labels: { ledger: '台账', header_path: '表头', field: '对应' } },
}
