import { describe, expect, test } from 'vitest'
import * as sheetjs from 'xlsx'
import { readBytes } from '../../main/imports/reader/read-bytes.ts'
import { memberLimits } from '../../main/rules/packs.ts'
import { noAdjustments, understand } from '../../shared/imports/understand.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { csv, fictionalId, rowsBook, workbook } from './sheets.ts'

const given = {
  ledger: membersLedger,
  adjustments: noAdjustments,
  remembered: new Map<string, string | null>(),
  today: '2026-06-15',
  limits: memberLimits(),
}
const look = (bytes: Uint8Array, name = '名册.xlsx', adjustments = noAdjustments) => {
  const result = readBytes(bytes, name)
  if ('failed' in result) throw new Error(result.failed)
  return understand(result.sheets[0]!, { ...given, adjustments })
}
const rows = async (lines: unknown[][], sheet?: string) => look(await rowsBook(lines, sheet))
const merged = async (lines: unknown[][], merges: string[]) =>
  look(
    await workbook({
      名册: (sheet) => {
        sheet.addRows(lines)
        for (const merge of merges) sheet.mergeCells(merge)
      },
    }),
  )
type Seen = Awaited<ReturnType<typeof rows>>
const names = (sheet: Seen) => sheet.rows.map(({ values }) => values.name)
const sound = (sheet: Seen) => sheet.rows.filter(({ errors }) => errors.length === 0).map(({ values }) => values.name)
const reasons = (sheet: Seen) => Object.fromEntries(sheet.skipped.map(({ row, reason }) => [row, reason]))
const fields = (sheet: Seen) => sheet.columns.map(({ field }) => field)
const old = (lines: unknown[][]) => {
  const book = sheetjs.utils.book_new()
  sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(lines), 'S')
  return new Uint8Array(sheetjs.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
}

describe('上下叠着的几张', () => {
  test('表头不同的两张各按各的读，预备党员名单里的都是预备党员', async () => {
    const sheet = await rows([
      ['正式党员名单'],
      ['序号', '姓名', '性别', '转正时间'],
      [1, '张一', '男', '2002.7'],
      [],
      ['预备党员名单'],
      ['序号', '姓名', '出生年月', '入党时间'],
      [1, '王三', '1990.1', '2026.1'],
      [2, '王五', '1991.2', '2026.1'],
    ])
    expect(sheet.rows.map(({ values }) => values)).toEqual([
      { name: '张一', gender: '男', fullMemberOn: '2002-07' },
      { name: '王三', birthDay: '1990-01', joinedOn: '2026-01', category: '预备党员' },
      { name: '王五', birthDay: '1991-02', joinedOn: '2026-01', category: '预备党员' },
    ])
    expect(sheet.advice).toContain('上下 2 张表，都读了')
  })
  test('第二张的列也能改对应，代号带着表头的行号，不动第一张', async () => {
    const bytes = await rowsBook([
      ['姓名', '性别'],
      ['张一', '男'],
      ['姓名', '代号', '性别', '手机'],
      ['李二', '汉族', '女', '13900000001'],
    ])
    const sheet = look(bytes, 'a.xlsx', { ...noAdjustments, fields: { B3: 'ethnicity' } })
    expect(sheet.rows.map(({ values }) => values)).toEqual([
      { name: '张一', gender: '男' },
      { name: '李二', ethnicity: '汉族', gender: '女', mobile: '13900000001' },
    ])
  })
  test('下面的统计不当作人', async () => {
    const sheet = await rows([['姓名', '性别', '民族'], ['张一', '男', '汉'], [], ['党员情况统计'], ['性别', '男', '女'], ['人数', 1, 0]])
    expect(names(sheet)).toEqual(['张一'])
    expect(Object.keys(reasons(sheet))).toEqual(['3', '4', '5', '6'])
  })
  test('同一个人在两张里各写一次，说出来，不悄悄合并', async () => {
    const id = fictionalId('19800301', 1)
    const sheet = await rows([
      ['姓名', '身份证号'],
      ['张一', id],
      ['姓名', '性别', '手机', '身份证号'],
      ['张一', '男', '13900000001', id],
    ])
    expect(sheet.rows[1]?.errors.map(({ text }) => text)[0]).toContain('身份证号与第 2 行')
  })
})

describe('左边空着的格', () => {
  test('支部、小组只写在每段第一行，往下带；换了支部，小组重新说', async () => {
    const sheet = await rows([
      ['支部名称', '党小组', '姓名'],
      ['一支部', '一组', '张一'],
      ['', '', '李二'],
      ['', '二组', '王三'],
      ['二支部', '', '赵四'],
      ['', '', '孙五'],
    ])
    expect(sheet.rows.map(({ values }) => [values.branchName, values.groupName])).toEqual([
      ['一支部', '一组'],
      ['一支部', '一组'],
      ['一支部', '二组'],
      ['二支部', undefined],
      ['二支部', undefined],
    ])
    expect(sheet.advice).toContain('随上面最近的一格')
  })
  test('每行都写的表里空了一格，就是没有填，不往下带', async () => {
    const sheet = await rows([
      ['党小组', '姓名'],
      ['一组', '张一'],
      ['一组', '李二'],
      ['', '王三'],
    ])
    expect(sheet.rows.map(({ values }) => values.groupName)).toEqual(['一组', '一组', undefined])
  })
  test('合并的小组，每一行都是；别的列空着不往下带', async () => {
    const sheet = await merged(
      [
        ['党小组', '姓名', '籍贯'],
        ['一组', '张一', '浙江'],
        ['', '李二', ''],
      ],
      ['A2:A3'],
    )
    expect(sheet.rows.map(({ values }) => [values.groupName, values.nativePlace])).toEqual([
      ['一组', '浙江'],
      ['一组', undefined],
    ])
  })
  test('一个支部一张工作表的，表名就是支部；表里自己写了的以表里为准', async () => {
    expect((await rows([['姓名'], ['张一'], ['李二']], '第一党支部')).rows[0]?.values.branchName).toBe('第一党支部')
    expect(
      (
        await rows(
          [
            ['姓名', '所在支部'],
            ['张一', '二支部'],
          ],
          '第一党支部',
        )
      ).rows[0]?.values.branchName,
    ).toBe('二支部')
    expect((await rows([['姓名'], ['张一'], ['李二']], '党支部')).rows[0]?.values.branchName).toBeUndefined()
  })
})

describe('不是人的行', () => {
  test('段里的小计、星期一行、落款的单位和日子、页码', async () => {
    const sheet = await rows([
      ['支部', '姓名', '1', '2'],
      ['', '', '一', '二'],
      ['一支部', '张一', '√', '√'],
      ['一支部小计', '1人', '', ''],
      ['二支部', '李二', '√', ''],
      ['二支部 合计', 1, '', ''],
      ['', '', '中共某某支部委员会', ''],
      ['', '', '2026年3月5日', ''],
      ['第 1 页 共 1 页'],
    ])
    expect(names(sheet)).toEqual(['张一', '李二'])
    expect(Object.keys(reasons(sheet))).toEqual(['2', '4', '6', '7', '8', '9'])
  })
  test('横着排的一列一个人，不会把“性别”“出生年月”登记成党员', async () => {
    const sheet = await rows([
      ['姓名', '张一', '李二'],
      ['性别', '男', '女'],
      ['出生年月', '1980.3', '1981.4'],
      ['入党时间', '2001.7', '2002.7'],
    ])
    expect(sound(sheet)).toEqual([])
  })
  test('每页重复的表头和页码之间，人一个不少', async () => {
    const head = ['序号', '姓名', '性别']
    const sheet = await rows([head, [1, '张一', '男'], ['第1页'], head, [2, '李二', '女'], ['第2页']])
    expect(names(sheet)).toEqual(['张一', '李二'])
  })
})

describe('花名册、签到表、积极分子名单、考勤、党费、凭证', () => {
  test('两栏签到表：两栏的人都在，应到实到、缺席原因不是人', async () => {
    const sheet = await rows([
      ['某支部主题党日签到表'],
      ['时间：2026年3月5日  地点：会议室'],
      ['序号', '姓名', '签名', '序号', '姓名', '签名'],
      [1, '张一', '', 3, '王三', ''],
      [2, '李二', '', 4, '', ''],
      ['应到：3人', '', '实到：3人'],
      ['缺席人员及原因：无'],
    ])
    expect(names(sheet).sort()).toEqual(['张一', '李二', '王三'].sort())
    expect(reasons(sheet)).toEqual({ 6: '表下的备注、落款', 7: '表下的备注、落款' })
  })
  test('学生名单里的团员、群众、积极分子，读了但不登记，说明为什么', async () => {
    const sheet = await rows([
      ['学号', '姓名', '政治面貌'],
      ['01', '张一', '中共党员'],
      ['02', '李二', '共青团员'],
      ['03', '王三', '群众'],
      ['04', '赵四', '中共预备党员'],
      ['05', '孙五', '入党积极分子'],
    ])
    expect(sound(sheet)).toEqual(['张一', '赵四'])
    expect(sheet.rows[1]?.errors[0]?.text).toBe('人员类别：写的是“共青团员”，不是党员，不登记')
  })
  test('积极分子汇总表：申请时间、培养联系人不落进党员的栏', async () => {
    const sheet = await rows([
      ['附件2'],
      ['某学院2025年下半年入党积极分子汇总表'],
      ['序号', '姓名', '出生年月', '递交入党申请书时间', '确定为入党积极分子时间', '培养联系人'],
      [1, '张一', '2003.05', '2022.9.10', '2023.5.20', '王老师、李老师'],
    ])
    expect(fields(sheet)).toEqual([null, 'name', 'birthDay', null, null, null])
    expect(sound(sheet)).toEqual([])
  })
  test('一年逐会的考勤表、两级表头的考勤表，勾和出勤率不当作资料', async () => {
    const sheet = await merged(
      [
        ['姓名', '1月', '', '2月', '合计'],
        ['', '支部党员大会', '主题党日', '党小组会', ''],
        ['张一', '√', '√', '请假', 2],
        ['李二', '√', '×', '√', 2],
      ],
      ['A1:A2', 'B1:C1', 'E1:E2'],
    )
    expect(sheet.rows.map(({ values }) => values)).toEqual([{ name: '张一' }, { name: '李二' }])
  })
  test('党费明细：金额不落进党员的栏，合计和收款人不是人', async () => {
    const sheet = await rows([
      ['2025年党费收缴明细表'],
      ['序号', '姓名', '党费基数', '1月', '2月', '合计', '签名'],
      [1, '张一', 8000, 80, 80, 160, ''],
      ['合计', '', 8000, 80, 80, 160, ''],
      ['收款人：', '', '', '负责人：'],
    ])
    expect(sheet.rows.map(({ values }) => values)).toEqual([{ name: '张一' }])
  })
  test('支出明细没有人，不当作名册', async () => {
    const sheet = await rows([
      ['日期', '凭证号', '摘要', '支出', '结余'],
      ['2025-01-05', '记-1', '购买书籍', 200, 800],
      ['2025-02-05', '记-2', '活动用餐', 100, 700],
    ])
    expect(sheet).toMatchObject({ kind: 'empty', rows: [] })
  })
  test('书记通讯录：书记、委员旁边的电话都不是别人的', async () => {
    const sheet = await rows([
      ['党支部名称', '支部书记', '联系电话', '组织委员', '联系电话'],
      ['一支部', '张一', '13900000001', '王三', '13900000003'],
    ])
    expect(fields(sheet)).toEqual(['branchName', null, null, null, null])
  })
})

describe('姓名和日期的写法', () => {
  test('括号、换行里的附注不算姓名，提醒一句', async () => {
    const sheet = await rows([
      ['姓名', '性别'],
      ['张一\n（班长）', '男'],
      ['王三（2023.5去世）', '男'],
    ])
    expect(names(sheet)).toEqual(['张一', '王三'])
    expect(sheet.rows.map(({ warnings }) => warnings.length)).toEqual([1, 1])
  })
  test('80.3、750612 不猜世纪；“约2001年7月”不猜；读得准的各种写法都读', async () => {
    const sheet = await rows([
      ['姓名', '出生年月', '入党时间'],
      ['张一', 80.3, '2001.7'],
      ['李二', '750612', '2001.7'],
      ['王三', '1975.6', '约2001年7月'],
      ['赵四', 198003, 20010701],
      ['孙五', '1980年3月', '２００１．７．１'],
      ['周六', '1980-3-1', '2001/7/1'],
    ])
    expect(sound(sheet)).toEqual(['赵四', '孙五', '周六'])
    expect(sheet.rows.slice(3).map(({ values }) => [values.birthDay, values.joinedOn])).toEqual([
      ['1980-03', '2001-07-01'],
      ['1980-03', '2001-07-01'],
      ['1980-03-01', '2001-07-01'],
    ])
  })
  test('旧 xls 里的数字日期、没有设格式的序列号：读出并请人核对', () => {
    const sheet = look(
      old([
        ['姓名', '出生年月', '入党时间'],
        ['张一', 1980.3, 43500],
      ]),
      '名册.xls',
    )
    expect(sheet.rows[0]?.values).toEqual({ name: '张一', birthDay: '1980-03', joinedOn: '2019-02-04' })
    expect(sheet.rows[0]?.warnings.map(({ text }) => text)[0]).toContain('请核对')
  })
  test('号码：数字存的手机照读，丢了末几位的身份证号不登记', async () => {
    const sheet = await rows([
      ['姓名', '身份证号', '手机'],
      ['张一', 330101198001010000, 13900000001],
      ['李二', fictionalId('19800101', 1), '+86 139 0000 0006'],
    ])
    expect(sound(sheet)).toEqual(['李二'])
    expect(sheet.rows.map(({ values }) => values.mobile)).toEqual(['13900000001', '13900000006'])
  })
})

describe('其实是文字的表格', () => {
  const expected = { name: '张一', gender: '男', mobile: '13900000001' }
  test.each([
    ['全角分号', '姓名；性别；手机\n张一；男；13900000001\n'],
    ['顿号', '姓名、性别、手机\n张一、男、13900000001\n'],
    ['几个空格', '姓名  性别  手机\n张一   男   13900000001\n'],
    ['竖线', '姓名|性别|手机\n张一|男|13900000001\n'],
    [
      '网页',
      '<html><table><tr><th colspan=3>名册</th></tr><tr><td>姓名</td><td>性别</td><td>手机</td></tr><tr><td>张一</td><td>男</td><td>13900000001</td></tr></table></html>',
    ],
  ])('%s隔开的也读得出', (_, content) => expect(look(csv(content), '名册.xls').rows[0]?.values).toEqual(expected))
  test('一列名单的备注里有顿号，不会被拆开', () => expect(names(look(csv('姓名\n张一\n李二\n'), '名单.txt'))).toEqual(['张一', '李二']))
  test('没有 BOM 的 UTF-16 两种字节序', () => {
    const bytes = Buffer.from('姓名\t性别\t手机\r\n张一\t男\t13900000001\r\n', 'utf16le')
    expect(look(new Uint8Array(bytes), 'a.txt').rows[0]?.values).toEqual(expected)
    expect(look(new Uint8Array(Buffer.from(bytes).swap16()), 'a.txt').rows[0]?.values).toEqual(expected)
  })
})

test('一万行的名册读懂用多久，打印出来', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) =>
    [
      at + 1,
      `张${String.fromCharCode(0x4e00 + at)}`,
      '男',
      '汉族',
      fictionalId(`19${50 + (at % 50)}0315`, at % 1000),
      '2001.7',
      '2002.7',
      `139${String(at).padStart(8, '0')}`,
    ].join(','),
  )
  const started = performance.now()
  const sheet = look(csv(`序号,姓名,性别,民族,身份证号,入党时间,转正时间,手机\n${lines.join('\n')}\n`), '名册.csv')
  console.info(`10,000 行读懂：${Math.round(performance.now() - started)} 毫秒`)
  expect(sheet.rows).toHaveLength(10_000)
})
