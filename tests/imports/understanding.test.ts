import { describe, expect, test } from 'vitest'
import { readBytes } from '../../main/imports/reader/read-bytes.ts'
import { memberLimits } from '../../main/rules/packs.ts'
import type { Adjustments } from '../../shared/imports/contract.ts'
import { noAdjustments, type Understood, understand } from '../../shared/imports/understand.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { csv, fictionalId, rowsBook, workbook } from './sheets.ts'

const previews = (bytes: Uint8Array, name = '名册.xlsx', adjustments: Adjustments = noAdjustments): Understood[] => {
  const result = readBytes(bytes, name)
  if ('failed' in result) throw new Error(result.failed)
  return result.sheets.map((sheet) =>
    understand(sheet, { ledger: membersLedger, adjustments, remembered: new Map(), today: '2026-06-15', limits: memberLimits() }),
  )
}
const preview = (bytes: Uint8Array, name?: string) => previews(bytes, name)[0]!
const fromRows = async (rows: unknown[][]) => preview(await rowsBook(rows))
const fieldsOf = ({ columns }: Understood) => Object.fromEntries(columns.map(({ header, field }) => [header, field]))
const mapped = (headers: string[]) =>
  preview(csv(`${headers.map((header) => `"${header}"`).join(',')}\n`), 'a.csv').columns.map(({ field }) => field)

describe('找表头', () => {
  test('标题、填报单位、说明行下面的表头照样找到，行号与 Excel 一致', async () => {
    const sheet = await fromRows([
      ['附件1'],
      ['××支部党员花名册'],
      ['填报单位（盖章）：××', '', '填报时间：2026年3月'],
      ['序号', '姓 名', '性别'],
      [1, '张三', '男'],
    ])
    expect(sheet).toMatchObject({ kind: 'table', headerRows: [4] })
    expect(sheet.rows.map(({ row, values }) => [row, values])).toEqual([[5, { name: '张三', gender: '男' }]])
  })
  test('三级合并表头：组头说的是别人时，他的姓名、电话不会当成党员的', async () => {
    const bytes = await workbook({
      S: (sheet) => {
        sheet.addRows([
          ['序号', '基本信息', '', '联系方式', '', '家庭成员', '', '', '紧急联系人'],
          ['', '姓名', '性别', '手机', '固定电话', '父亲', '', '母亲', '电话'],
          ['', '', '', '', '', '姓名', '电话', '姓名', ''],
          [1, '赵大', '男', '13900000001', '0571-88880001', '赵老', '13800000009', '钱氏', '13700000000'],
        ])
        for (const range of ['A1:A3', 'B1:C1', 'D1:E1', 'F1:H1', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:G2', 'I2:I3'])
          sheet.mergeCells(range)
      },
    })
    const sheet = preview(bytes)
    expect(sheet.headerRows).toEqual([1, 2, 3])
    expect(fieldsOf(sheet)).toEqual({
      序号: null,
      '基本信息 / 姓名': 'name',
      '基本信息 / 性别': 'gender',
      '联系方式 / 手机': 'mobile',
      '联系方式 / 固定电话': 'phone',
      '家庭成员 / 父亲 / 姓名': null,
      '家庭成员 / 父亲 / 电话': null,
      '家庭成员 / 母亲 / 姓名': null,
      '紧急联系人 / 电话': null,
    })
    expect(sheet.rows[0]?.values).toEqual({ name: '赵大', gender: '男', mobile: '13900000001', phone: '0571-88880001' })
  })
  test('没有合并单元格的两级表头（另存成 csv 的）也认得', () => {
    const sheet = preview(csv('××名册,,,,\n序号,姓名,联系方式,,备注\n,,手机,固话,\n1,张三,13900000001,0571-88880001,甲\n'), 'a.csv')
    expect(sheet.headerRows).toEqual([2, 3])
    expect(sheet.rows[0]?.values).toEqual({ name: '张三', mobile: '13900000001', phone: '0571-88880001', note: '甲' })
  })
  test('下级只写在组头下面、别处不往下合并的表头（党费的 1 月、2 月），不会当成一个人', async () => {
    const bytes = await workbook({
      S: (sheet) => {
        sheet.addRows([
          ['序号', '姓名', '人员类别', '2026年', '', ''],
          ['', '', '', '1月', '2月', '3月'],
          [1, '张三', '正式党员', 50, 50, 50],
        ])
        sheet.mergeCells('D1:F1')
      },
    })
    const sheet = preview(bytes)
    expect(sheet.headerRows).toEqual([1, 2])
    expect(sheet.rows.map(({ values }) => values)).toEqual([{ name: '张三', category: '正式党员' }])
  })
  test('每个表头都横着合并了两格的名单，第一个人不会被当成表头', async () => {
    const bytes = await workbook({
      S: (sheet) => {
        sheet.addRows([
          ['姓名', '', '性别', ''],
          ['张三', '', '男', ''],
          ['李四', '', '女', ''],
        ])
        for (const range of ['A1:B1', 'C1:D1', 'A2:B2', 'C2:D2']) sheet.mergeCells(range)
      },
    })
    expect(preview(bytes).rows.map(({ values }) => values)).toEqual([
      { name: '张三', gender: '男' },
      { name: '李四', gender: '女' },
    ])
  })
  test('学历分全日制、在职两列的，取全日制一列', async () => {
    const bytes = await workbook({
      S: (sheet) => {
        sheet.addRows([
          ['姓名', '性别', '学历', ''],
          ['', '', '全日制', '在职'],
          ['张三', '男', '大专', '本科'],
        ])
        for (const range of ['A1:A2', 'B1:B2', 'C1:D1']) sheet.mergeCells(range)
      },
    })
    expect(preview(bytes).columns.map(({ field }) => field)).toEqual(['name', 'gender', 'education', null])
  })
  test('并排的两张表都读，每块各有自己的姓名', async () => {
    const sheet = await fromRows([
      ['序号', '姓名', '手机', '', '序号', '姓名', '手机'],
      [1, '李一', '13900000001', '', 3, '王一', '13900000003'],
      [2, '李二', '13900000002', '', 4, '', ''],
    ])
    expect(sheet.rows.map(({ values }) => values.name)).toEqual(['李一', '李二', '王一'])
    expect(sheet.skipped).toEqual([])
  })
  test('组头是“正式党员”“预备党员”的并排两块，人员类别随组头', async () => {
    const bytes = await workbook({
      S: (sheet) => {
        sheet.addRows([
          ['正式党员', '', '预备党员', ''],
          ['姓名', '性别', '姓名', '性别'],
          ['张三', '男', '李四', '女'],
        ])
        sheet.mergeCells('A1:B1')
        sheet.mergeCells('C1:D1')
      },
    })
    expect(preview(bytes).rows.map(({ values }) => [values.name, values.category])).toEqual([
      ['张三', '正式党员'],
      ['李四', '预备党员'],
    ])
  })
  test('没有表头的名单请人指明，指明之后照读', async () => {
    const bytes = await rowsBook([
      ['张三', '男', '13900000001'],
      ['李四', '女', '13900000002'],
    ])
    expect(preview(bytes)).toMatchObject({ kind: 'table', headerRows: [], advice: '没有找到表头，请在“表头对应”里指明哪一列是姓名。' })
    const told = previews(bytes, 'a.xlsx', { ...noAdjustments, fields: { A: 'name', C: 'mobile' } })[0]
    expect(told?.rows.map(({ values }) => values)).toEqual([
      { name: '张三', mobile: '13900000001' },
      { name: '李四', mobile: '13900000002' },
    ])
  })
})

describe('表头对应到字段', () => {
  test('同一件事的各种叫法都认得', () => {
    expect(
      mapped([
        '姓名（必填）',
        '公民身份号码',
        '出生\n年月',
        '入党时间(年月日)',
        '转正日期',
        '联系电话',
        '政治面貌',
        '文化程度',
        '工作单位及职务',
        '所在党支部名称',
        '现居住地址',
      ]),
    ).toEqual([
      'name',
      'idNumber',
      'birthDay',
      'joinedOn',
      'fullMemberOn',
      'mobile',
      'category',
      'education',
      'employer',
      'branchName',
      'address',
    ])
  })
  test('看着像的时间不会当成入党时间或转正时间', () => {
    const lookalikes = [
      '姓名',
      '性别',
      '申请入党时间',
      '递交入党申请书时间',
      '确定积极分子时间',
      '列为发展对象时间',
      '转正申请时间',
      '递交转正申请书时间',
      '党委审批时间',
      '入党谈话时间',
      '入党宣誓时间',
      '预审时间',
    ]
    expect(mapped(lookalikes)).toEqual(['name', 'gender', ...lookalikes.slice(2).map(() => null)])
  })
  test('员工花名册里的“转正时间”是试用期转正，不当作党员转正', () => {
    expect(mapped(['姓名', '性别', '入职时间', '转正时间', '离职时间'])).toEqual(['name', 'gender', null, null, null])
    expect(mapped(['姓名', '入职时间', '入党时间', '转正时间'])).toEqual(['name', null, 'joinedOn', 'fullMemberOn'])
  })
  test('别人的姓名和电话不会当成党员的', () => {
    expect(mapped(['姓名', '性别', '父亲姓名', '紧急联系人电话', '培养联系人', '联系人电话', '单位负责人'])).toEqual([
      'name',
      'gender',
      null,
      null,
      null,
      null,
      null,
    ])
  })
  test('每个字段至多一列，说得更准的那一列优先', () => {
    expect(mapped(['姓名', '联系电话', '手机号', '电话'])).toEqual(['name', null, 'mobile', null])
  })
  test('年龄、党龄由出生日期、转正日期算出，不从表里读', () => {
    expect(mapped(['姓名', '年龄', '党龄', '性别'])).toEqual(['name', null, null, 'gender'])
  })
})

describe('不是人的行，跳过并写明原因', () => {
  test('示例、栏号、合计、分隔、重复表头、备注、落款、预印序号', async () => {
    const head = ['序号', '姓名', '性别', '手机']
    const sheet = await fromRows([
      head,
      ['1', '2', '3', '4'],
      ['例', '张三', '男', '13900000000'],
      ['第一党小组'],
      [1, '钱一', '男', '13900000001'],
      ['小计', '', '1人'],
      head,
      ['第二党小组（1人）'],
      [2, '钱二', '女', '13900000002'],
      [3],
      [],
      ['合计', '', 2],
      ['备注：以档案为准'],
      ['', '党支部书记（签字）：', '', '（公章）'],
      ['数据来源：全国党员管理信息系统'],
    ])
    expect(sheet.rows.map(({ row, values }) => [row, values.name, values.groupName])).toEqual([
      [5, '钱一', '第一党小组'],
      [9, '钱二', '第二党小组'],
    ])
    expect(Object.fromEntries(sheet.skipped.map(({ row, reason }) => [row, reason]))).toEqual({
      2: '栏号行',
      3: '模板里的示例行',
      4: '分隔行“第一党小组”',
      6: '合计行',
      7: '重复的表头',
      8: '分隔行“第二党小组（1人）”',
      10: '只有预印的序号，没有填人',
      11: '空行',
      12: '合计行',
      13: '表下的备注、落款',
      14: '表下的备注、落款',
      15: '表下的备注、落款',
    })
  })
  test('下面接着另一张表，各按各的表头读；积极分子那张读了也不登记', async () => {
    const sheet = await fromRows([
      ['姓名', '性别', '入党时间'],
      ['张三', '男', '2001.7'],
      [],
      ['入党积极分子名单'],
      ['姓名', '手机', '性别', '备注'],
      ['李四', '13900000001', '女', ''],
    ])
    expect(sheet.rows.map(({ values, errors }) => [values, errors.length])).toEqual([
      [{ name: '张三', gender: '男', joinedOn: '2001-07' }, 0],
      [{ name: '李四', mobile: '13900000001', gender: '女' }, 1],
    ])
    expect(sheet).toMatchObject({ headerRows: [1, 5], skipped: [{ row: 3 }, { row: 4 }] })
    expect(sheet.columns.map(({ letter, field }) => [letter, field])).toEqual([
      ['A', 'name'],
      ['B', 'gender'],
      ['C', 'joinedOn'],
      ['A5', 'name'],
      ['B5', 'mobile'],
      ['C5', 'gender'],
      ['D5', 'note'],
    ])
  })
  test('名册里用分隔行分成正式、预备、积极分子三段的，类别随段，积极分子不登记', async () => {
    const sheet = await fromRows([
      ['姓名', '性别'],
      ['一、正式党员（1人）'],
      ['张三', '男'],
      ['二、预备党员'],
      ['李四', '女'],
      ['三、积极分子'],
      ['王五', '女'],
    ])
    expect(sheet.rows.map(({ values, errors }) => [values.name, values.category, errors.map(({ text }) => text)])).toEqual([
      ['张三', '正式党员', []],
      ['李四', '预备党员', []],
      ['王五', undefined, ['列在“积极分子”下面，还不是党员，不登记']],
    ])
  })
  test('姓名合并成两行的是一个人；支部合并的，每一行都是那个支部', async () => {
    const bytes = await workbook({
      S: (sheet) => {
        sheet.addRows([
          ['所在支部', '姓名', '性别', '家庭成员'],
          ['一支部', '张三', '男', '张父'],
          ['', '', '', '张母'],
          ['', '李四', '女', '李父'],
        ])
        for (const range of ['A2:A4', 'B2:B3', 'C2:C3']) sheet.mergeCells(range)
      },
    })
    const sheet = preview(bytes)
    expect(sheet.rows.map(({ values }) => [values.name, values.branchName])).toEqual([
      ['张三', '一支部'],
      ['李四', '一支部'],
    ])
    expect(sheet.skipped).toEqual([{ row: 3, reason: '与第 2 行是同一个人（姓名合并）' }])
  })
  test('隐藏列里的下拉选项不当作人，隐藏的行照读并提醒', async () => {
    const bytes = await workbook({
      S: (sheet) => {
        sheet.addRows([
          ['姓名', '性别', '', '民族'],
          ['张三', '男', '', '汉族'],
          ['李四', '女', '', '回族'],
          ['', '', '', '满族'],
          ['', '', '', '苗族'],
        ])
        sheet.getColumn(4).hidden = true
        sheet.getRow(3).hidden = true
      },
    })
    const sheet = preview(bytes)
    expect(sheet.rows.map(({ values, warnings }) => [values, warnings.map(({ text }) => text)])).toEqual([
      [{ name: '张三', gender: '男' }, []],
      [{ name: '李四', gender: '女' }, ['这一行在原表里是隐藏的']],
    ])
    expect(sheet.skipped.map(({ reason }) => reason)).toEqual(['名单以外的内容', '名单以外的内容'])
  })
  test('只有表头的模板：认得，但说明里面还没有人', async () => {
    expect(await fromRows([['党员信息表'], ['姓名', '电话号码', '组织', '类别', '性别']])).toMatchObject({
      kind: 'table',
      rows: [],
      advice: '表头认得，但下面还没有人。请填好名单再导入。',
    })
  })
})

describe('不是名单的表', () => {
  test('一人一张的采集表（填好的、空白的、竖着的）是登记表', async () => {
    const filled = [
      ['党员基本信息采集表'],
      ['姓名', '张三', '性别', '男'],
      ['民族', '汉族', '出生日期', '1980-03-01'],
      ['公民身份证号', fictionalId('19800301', 1), '学历', '大学'],
      ['家庭住址', '', '手机', '13900000001'],
    ]
    const blank = [
      ['姓名', '', '性别', ''],
      ['民族', '', '出生日期', ''],
      ['公民身份证号', '', '学历', ''],
      ['人员类别', '', '所在党支部', ''],
    ]
    const upright = [
      ['1.姓名', '张三'],
      ['2.性别', '男'],
      ['3.民族', '汉族'],
      ['4.出生日期', '1980-03'],
      ['5.学历', '大学'],
      ['6.手机', '13900000000'],
    ]
    for (const rows of [filled, blank, upright]) expect(await fromRows(rows)).toMatchObject({ kind: 'form', rows: [] })
  })
  test('按支部统计的是统计表；三会一课台账有表头没有姓名，是表但不能当名册', async () => {
    expect(
      (await fromRows([['党员情况统计表'], ['支部名称', '党员总数', '男', '女'], ['一支部', 20, 12, 8], ['合计', 20, 12, 8]])).kind,
    ).toBe('statistics')
    const register = await fromRows([
      ['序号', '类型', '主题', '日期', '地点', '主持人'],
      [1, '党员大会', '学习', '2026-01-01', '会议室', '张三'],
    ])
    expect(register.kind).toBe('table')
    expect(register.rows[0]?.errors.map(({ text }) => text)).toEqual(['没有姓名'])
  })
  test('空表、只有说明的表、代码表都说明里面没有名单', async () => {
    const bytes = await workbook({
      空: () => {},
      说明: (sheet) => void sheet.addRows([['一、本表由支部填写'], ['二、日期写成2026-01-01']]),
      代码: (sheet) =>
        void sheet.addRows([
          ['学历', '代码'],
          ['研究生', 10],
          ['大学', 20],
        ]),
    })
    expect(previews(bytes).map(({ kind }) => kind)).toEqual(['empty', 'empty', 'empty'])
  })
  test('签到表、考勤表有姓名，按表读；勾和出勤率不对应任何字段', async () => {
    const sheet = await fromRows([
      ['2026年考勤表'],
      ['序号', '姓名', '1月', '2月', '出勤率'],
      [1, '张三', '√', '请假', 0.5],
      ['', '出勤人数', 1, 0, ''],
    ])
    expect(sheet.columns.map(({ field }) => field)).toEqual([null, 'name', null, null, null])
    expect(sheet.rows.map(({ values }) => values)).toEqual([{ name: '张三' }])
  })
  test('按日打勾的考勤表、民主测评表，表头只有姓名和数字或等次，也找得到', async () => {
    const days = Array.from({ length: 31 }, (_, at) => at + 1)
    const daily = await fromRows([['三月考勤'], ['姓名', ...days], ['张三', ...days.map(() => '√')], ['李四', ...days.map(() => '')]])
    expect(daily).toMatchObject({ kind: 'table', headerRows: [2] })
    expect(daily.rows.map(({ values }) => values.name)).toEqual(['张三', '李四'])
    const votes = await fromRows([
      ['民主测评票'],
      ['姓名', '优秀', '合格', '基本合格', '不合格'],
      ['张三', '√', '', '', ''],
      ['李四', '', '√', '', ''],
    ])
    expect(votes).toMatchObject({ kind: 'table', headerRows: [2] })
    expect(votes.columns.map(({ field }) => field)).toEqual(['name', null, null, null, null])
  })
  test('发展进度表里还没有入党时间的人不登记，已入党的照常', async () => {
    const sheet = await fromRows([
      ['姓名', '性别', '递交入党申请书时间', '确定为入党积极分子时间', '确定为预备党员时间（支部大会）'],
      ['周一', '男', '2024.3.1', '2025.3.1', ''],
      ['周二', '女', '2022.3.1', '2023.3.1', '2026.3.1'],
    ])
    expect(sheet.columns.map(({ field }) => field)).toEqual(['name', 'gender', null, null, 'joinedOn'])
    expect(sheet.rows.map(({ errors }) => errors.length)).toEqual([1, 0])
  })
  test('积极分子名单里的人还不是党员，一行也不登记', async () => {
    const sheet = await fromRows([
      ['入党积极分子名单'],
      ['序号', '姓名', '性别', '申请入党时间', '确定积极分子时间'],
      [1, '周一', '男', '2024.3.1', '2025.3.1'],
    ])
    expect(sheet.columns.map(({ field }) => field)).toEqual([null, 'name', 'gender', null, null])
    expect(sheet.rows[0]?.errors.map(({ text }) => text)).toEqual(['标题说的是还没有入党的人，不登记为党员'])
  })
})
