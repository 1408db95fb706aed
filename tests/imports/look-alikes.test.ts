import { describe, expect, test } from 'vitest'
import { readBytes } from '../../main/imports/reader/read-bytes.ts'
import { memberLimits } from '../../main/rules/packs.ts'
import type { RawCell } from '../../shared/imports/raw.ts'
import { noAdjustments, understand } from '../../shared/imports/understand.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { csv, workbook } from './sheets.ts'

const given = {
  ledger: membersLedger,
  adjustments: noAdjustments,
  remembered: new Map<string, string | null>(),
  today: '2026-06-15',
  limits: memberLimits(),
}
const look = (bytes: Uint8Array, name: string) => {
  const result = readBytes(bytes, name)
  if ('failed' in result) throw new Error(result.failed)
  return understand(result.sheets[0]!, given)
}
const table = (...rows: string[][]) => look(csv(rows.map((row) => row.join(',')).join('\n')), '名册.csv')
const fieldsOf = (...rows: string[][]) => table(...rows).columns.map(({ field }) => field)
const merged = async (rows: string[][], merges: string[]) =>
  look(
    await workbook({
      名册: (sheet) => {
        sheet.addRows(rows)
        for (const merge of merges) sheet.mergeCells(merge)
      },
    }),
    '名册.xlsx',
  )

describe('表头不认错', () => {
  test('紧急联系人、帮扶责任人右边的电话不是党员本人的', () => {
    expect(fieldsOf(['姓名', '紧急联系人', '联系电话'], ['张一', '李二', '13900000009'])).toEqual(['name', null, null])
    expect(fieldsOf(['困难党员姓名', '帮扶责任人', '联系电话'], ['张一', '李二', '13900000009'])).toEqual(['name', null, null])
  })
  test('所在党支部书记右边的电话不是党员本人的，培养联系人右边的可以是', () => {
    expect(fieldsOf(['姓名', '所在党支部书记', '电话'], ['张一', '李二', '13900000009'])).toEqual(['name', null, null])
    expect(fieldsOf(['姓名', '培养联系人', '电话'], ['张一', '李二', '13900000009'])).toEqual(['name', null, 'mobile'])
  })
  test('流入地的单位、党组织不当作现在的单位、支部', async () => {
    const sheet = await merged(
      [
        ['姓名', '性别', '入党情况', '', '流入情况', ''],
        ['', '', '时间', '转正时间', '单位', '党组织'],
        ['张一', '男', '2001.7', '2002.7', '某公司', '某支部'],
      ],
      ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'],
    )
    expect(sheet.columns.map(({ field }) => field)).toEqual(['name', 'gender', 'joinedOn', 'fullMemberOn', null, null])
  })
  test('缴与交、日期与年月、及与斜线，同一件事的写法都认得', () => {
    const heads = ['姓名', '单位/职务', '每月应缴党费', '加入中国共产党的日期', '转正年月', '入党介绍人', '所属基层党组织']
    expect(fieldsOf(heads, ['张一', '', '', '', '', '', ''])).toEqual([
      'name',
      'employer',
      'duesStandard',
      'joinedOn',
      'fullMemberOn',
      'introducers',
      'branchName',
    ])
  })
  test('“党员状态”写的是正式、预备时当作人员类别；“流动党员”写的是去处时不当作是否', () => {
    const sheet = table(['姓名', '党员状态', '流动党员'], ['张一', '预备党员', '外出务工'], ['李二', '正式党员', '上海'])
    expect(sheet.columns.map(({ field }) => field)).toEqual(['name', 'category', null])
    expect(sheet.rows.map(({ errors }) => errors)).toEqual([[], []])
  })
  test('合并的落款行（盖章、年月）不是组头', async () => {
    const sheet = await merged(
      [
        ['党员信息表', '', '', ''],
        ['某某党支部（盖章）', '', '二〇二四年三月', ''],
        ['姓名', '性别', '入党时间', '备注'],
        ['张一', '男', '2001.7', ''],
      ],
      ['A1:D1', 'A2:B2', 'C2:D2'],
    )
    expect(sheet.headerRows).toEqual([3])
  })
  test('中间空着一列，右边还是同一张名单', () =>
    expect(fieldsOf(['姓名', '性别', '', '备注'], ['张一', '男', '', '好'], ['李二', '女', '', '好'])).toEqual(['name', 'gender', 'note']))
  test('十万列的表很快读完，不卡住', () => {
    const wide: [number, RawCell][] = Array.from({ length: 100_000 }, (_, at) => [at, { kind: 'text', text: '姓名' }])
    const started = performance.now()
    understand({ name: '宽', hidden: false, rows: [{ at: 0, cells: wide }], merges: [], hiddenRows: [], hiddenColumns: [] }, given)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('一张表里的几段', () => {
  test('分隔行写着组长的也换小组，看不懂的分隔行结束小组', () => {
    const rows = [
      ['姓名', '性别'],
      ['一、第一党小组'],
      ['张一', '男'],
      ['二、第二党小组（组长：王三）'],
      ['王三', '男'],
      ['流动党员'],
      ['赵四', '男'],
    ]
    expect(table(...rows).rows.map(({ values }) => values.groupName)).toEqual(['第一党小组', '第二党小组', undefined])
  })
  test('支部里再分正式、预备的，换支部时类别重新说，支部一直管到下一个', () => {
    const rows = [
      ['姓名', '性别'],
      ['正式党员（1人）'],
      ['张一', '男'],
      ['预备党员 1人'],
      ['李二', '男'],
      ['第二党支部'],
      ['王三', '男'],
      ['正式党员'],
      ['赵四', '男'],
    ]
    expect(table(...rows).rows.map(({ values }) => [values.branchName, values.category])).toEqual([
      [undefined, '正式党员'],
      [undefined, '预备党员'],
      ['第二党支部', undefined],
      ['第二党支部', '正式党员'],
    ])
  })
  test('上下几张：预备党员名单随类别；表头换成申请时间的积极分子名单也读，但不登记', () => {
    const sheet = table(
      ['序号', '姓名', '入党时间'],
      ['1', '张一', '2001.7'],
      ['预备党员名单'],
      ['序号', '姓名', '入党时间'],
      ['1', '王三', '2026.1'],
      ['入党积极分子名单'],
      ['序号', '姓名', '申请时间'],
      ['1', '赵四', '2024.7'],
    )
    expect(sheet.rows.map(({ values, errors }) => [values.name, values.category, errors.length])).toEqual([
      ['张一', undefined, 0],
      ['王三', '预备党员', 0],
      ['赵四', undefined, 1],
    ])
    expect(sheet.rows[2]?.errors[0]?.text).toContain('还没有入党')
    expect(sheet.headerRows).toEqual([1, 7])
    expect(sheet.skipped.map(({ row }) => row)).toEqual([3, 4, 6])
  })
  test('标题写着预备党员花名册的，都是预备党员', () =>
    expect(table(['2024年预备党员花名册'], ['姓名', '入党时间'], ['张一', '2024.7.1']).rows[0]?.values.category).toBe('预备党员'))
  test('应到、实到人数写在序号一列的，不是人', () =>
    expect(table(['序号', '姓名', '1月'], ['1', '张一', '√'], ['应到人数', '', '3'], ['实到人数', '', '2']).skipped).toEqual([
      { row: 3, reason: '合计行' },
      { row: 4, reason: '合计行' },
    ]))
  test('签到表下面的“列席人员：”一行，右边并排的一块也不读', () =>
    expect(
      table(['姓名', '签名', '姓名', '签名'], ['张一', '', '李二', ''], ['列席人员：', '', '孙六', '']).rows.map(
        ({ values }) => values.name,
      ),
    ).toEqual(['张一', '李二']))
})
