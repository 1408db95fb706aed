import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBytes } from '../../main/imports/reader/read-bytes.ts'
import { memberLimits } from '../../main/rules/packs.ts'
import { readMemberCell } from '../../shared/imports/member-cells.ts'
import type { RawCell } from '../../shared/imports/raw.ts'
import { noAdjustments, understand } from '../../shared/imports/understand.ts'
import type { Column } from '../../shared/ledger/columns.ts'
import { columnsOf } from '../../shared/ledger/define.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { csv, fictionalId, rowsBook } from './sheets.ts'

const today = '2026-06-15'
const columnOf = (field: string) => (membersLedger.columns as Record<string, Column<unknown>>)[field]!
const said = (text: string): RawCell => ({ kind: 'text', text })
const number = (value: number, format?: string): RawCell => ({
  kind: 'number',
  text: String(value),
  number: value,
  ...(format && { format }),
})
const read = (field: string, cell: RawCell) => readMemberCell(cell, field, columnOf(field), today)
const rowsOf = (bytes: Uint8Array, name = 'a.csv') => {
  const result = readBytes(bytes, name)
  if ('failed' in result) throw new Error(result.failed)
  return understand(result.sheets[0]!, {
    ledger: membersLedger,
    adjustments: noAdjustments,
    remembered: new Map(),
    today,
    limits: memberLimits(),
  })
}
const warningsOf = (text: string) =>
  rowsOf(csv(text)).rows.map(({ warnings }) => warnings.map((warning) => `${warning.cell} ${warning.text}`))

describe('日期的各种写法', () => {
  test.each([
    ['2026-3-5', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['1980.3.1', '1980-03-01'],
    ['１９８０．０３．０１', '1980-03-01'],
    ['1980-03-01 00:00:00', '1980-03-01'],
    ['198003', '1980-03'],
    ['1980.3', '1980-03'],
    ['1980年3月', '1980-03'],
    ['1980/03', '1980-03'],
    ['一九八五年七月', '1985-07'],
    ['二〇〇一年十二月二十三日', '2001-12-23'],
    ['1980.03（46岁）', '1980-03'],
  ])('“%s”读作 %s', (text, day) => expect(read('birthDay', said(text))).toEqual({ text: day }))
  test.each([
    [19800301, '1980-03-01'],
    [198003, '1980-03'],
    [1980.3, '1980-03'],
    [1980.12, '1980-12'],
  ])('数字 %s 读作 %s', (value, day) => expect(read('birthDay', number(value))).toEqual({ text: day }))
  test('日期后面括号里的话不读，日写成 00 的只读年月，都提醒', () => {
    expect(read('joinedOn', said('2020年7月1日（预备）'))).toEqual({ text: '2020-07-01', warning: '只读了日期，没有读“(预备)”，请核对' })
    expect(read('birthDay', said('1992-11-00'))).toEqual({ text: '1992-11', warning: '“1992-11-00”的日是 0，按年月读取，请核对' })
  })
  test('只知道年月的照年月保存，不补成一号', () => expect(read('joinedOn', said('2001年7月'))).toEqual({ text: '2001-07' }))
  test('数字 1980.1 可能是 10 月：格式带两位小数的就是 10 月，否则提醒', () => {
    expect(read('birthDay', number(1980.1, '0.00'))).toEqual({ text: '1980-10' })
    expect(read('birthDay', number(1980.1))).toEqual({
      text: '1980-01',
      warning: '“1980.1”是数字，Excel 会去掉末尾的 0，可能是 1 月也可能是 10 月，请核对',
    })
  })
  test('没有设日期格式的 Excel 日期数字读出日子并提醒', () =>
    expect(read('birthDay', number(29281))).toEqual({
      text: '1980-03-01',
      warning: '“29281”是没有设成日期格式的数字，按 Excel 的日期读作 1980-03-01，请核对',
    }))
  test.each([
    ['80.3', '“80.3”没有写全年份，请写成四位年份，如 1980-03'],
    ['80年3月1日', '“80年3月1日”没有写全年份，请写成四位年份，如 1980-03'],
    ['800301', '“800301”没有写全年份，请写成四位年份，如 1980-03'],
    ['1980', '“1980”只有年份，请补上月份'],
    ['2026-02-30', '“2026-02-30”这一天不存在'],
    ['1980.13', '“1980.13”的月份不对'],
    ['去年入党', '“去年入党”不像日期，请写成 2026-03-05 或 2026年3月'],
  ])('“%s”不猜，说出怎么改', (text, problem) => expect(read('joinedOn', said(text))).toEqual({ problem }))
})

describe('号码', () => {
  const lost = '号码被 Excel 存成了数值，末几位已经丢失。请在原表里把这一列设成“文本”、对照证件重新录入后再导入'
  test('全角、空格、小写 x 的身份证号规范成一种写法', () => {
    expect(read('idNumber', said('９９９００１ 19800301 ００１０'))).toEqual({ text: fictionalId('19800301', 1) })
  })
  test('被 Excel 存成数值的身份证号丢了末几位，不导入', () => {
    expect(read('idNumber', number(Number('999001198003010010')))).toEqual({ problem: lost })
    expect(read('idNumber', said('9.99001E+17'))).toEqual({ problem: lost })
    expect(read('idNumber', said('999001198003010000'))).toEqual({ problem: lost })
  })
  test('校验码不对的身份证号只提醒，照样导入', () =>
    expect(read('idNumber', said('999001198003010011'))).toEqual({ text: '999001198003010011', warning: '身份证号校验码不对，请逐位核对' }))
  test.each([
    [number(13900000001), '13900000001'],
    [said('139 0000 0001'), '13900000001'],
    [said('139-0000-0001'), '13900000001'],
    [said('+86 13900000001'), '13900000001'],
    [said('１３９００００００01'), '13900000001'],
  ])('手机号 %o 读作 %s', (cell, text) => expect(read('mobile', cell)).toEqual({ text }))
  test('一格写了两个号码的照原样登记并提醒', () =>
    expect(read('mobile', said('13900000001/13900000002'))).toEqual({
      text: '13900000001/13900000002',
      warning: '这一格不止一个号码，照原样登记，请核对',
    }))
  test('不像手机号的只提醒', () => {
    expect(read('mobile', said('1390000'))).toEqual({ text: '1390000', warning: '不像手机号（应为 1 开头的 11 位），请核对' })
    expect(read('mobile', said('0571-88880001'))).toEqual({ text: '0571-88880001', warning: '这是固定电话，不是手机号，请核对' })
  })
})

describe('姓名、性别、民族、类别', () => {
  test('姓名中间的空格去掉，少数民族姓名的间隔号保留', () => {
    expect(read('name', said('张　三'))).toEqual({ text: '张三' })
    expect(read('name', said('阿依古丽·买买提'))).toEqual({ text: '阿依古丽·买买提' })
  })
  test('姓名后面的（女）、前面的星号去掉并提醒', () => {
    expect(read('name', said('张三（女）'))).toEqual({ text: '张三', warning: '原文是“张三（女）”，姓名只取“张三”，请核对' })
    expect(read('name', said('*李四'))).toEqual({ text: '李四', warning: '原文是“*李四”，姓名只取“李四”，请核对' })
  })
  test('姓名后面写着（预备）的按预备党员登记', () =>
    expect(rowsOf(csv('姓名,入党时间\n张三（预备）,2020-07\n')).rows[0]?.values.category).toBe('预备党员'))
  test('一格里换行写了两个人的不导入', () =>
    expect(read('name', said('张三\n李四'))).toEqual({ problem: '“张三、李四”像是不止一个人，请一行写一个人' }))
  test('一格写了几个人的不导入', () =>
    expect(read('name', said('张三、李四'))).toEqual({ problem: '“张三、李四”像是不止一个人，请一行写一个人' }))
  test.each([
    ['ethnicity', '汉', '汉族'],
    ['ethnicity', '维吾尔', '维吾尔族'],
    ['gender', '男性', '男'],
    ['category', '中共党员', '正式党员'],
    ['category', '预备', '预备党员'],
    ['category', ' 中共预备党员 ', '预备党员'],
    ['outOfContact', '√', '是'],
  ])('%s 的“%s”读作“%s”', (field, text, value) => expect(read(field, said(text))).toEqual({ text: value }))
  test('群众、团员一起列在名单里的，说不是党员，不登记', () =>
    expect(read('category', said('共青团员'))).toEqual({ problem: '写的是“共青团员”，不是党员，不登记' }))
  test('公式错误的格子不当作内容', () =>
    expect(read('address', { kind: 'error', text: '#REF!' })).toEqual({ problem: '这一格是公式错误 #REF!，请在表格里改成实际的内容' }))
})

describe('行内与行间的核对，写明是哪一格', () => {
  const id = fictionalId('19800315', 1)
  test('出生日期、性别与身份证号不一致时提醒以档案为准，不拦', () =>
    expect(warningsOf(`姓名,性别,出生日期,身份证号\n张三,女,1980-03-01,${id}\n`)).toEqual([
      [
        'C2 出生日期 1980-03-01 与身份证号里的 1980-03-15 不一致，以档案为准，请核对',
        'B2 性别“女”与身份证号（男）不一致，以档案为准，请核对',
      ],
    ]))
  test('只写到月的出生日期与身份证号同月，不算不一致', () =>
    expect(warningsOf(`姓名,性别,出生日期,身份证号\n张三,男,1980.3,${id}\n`)).toEqual([[]]))
  test('转正不晚于入党要提醒；1969 年 4 月到 1977 年 8 月没有预备期，可以同一天', () =>
    expect(
      warningsOf(
        '姓名,入党时间,转正时间\n甲一,1990-01-01,1990-01-01\n乙一,1990-01-01,1989-01\n丙一,1970-07-01,1970-07-01\n丁一,1977-08-12,1977-08-12\n',
      ).map((notes) => notes.length),
    ).toEqual([1, 1, 0, 1]))
  test('同一身份证号出现两次，后一行不导入，两行都说出对方在哪', () => {
    const { rows } = rowsOf(csv(`姓名,身份证号\n张三,${id}\n李四,${id}\n`))
    expect(rows.map(({ errors, warnings }) => [errors.map(({ text }) => text), warnings.map(({ text }) => text)])).toEqual([
      [[], ['身份证号与第 3 行“李四”相同']],
      [['身份证号与第 2 行“张三”相同，这一行没有导入，请留下其中一行'], []],
    ])
  })
  test('表里有转正时间一列而这个人空着：不满一年按预备，满了按正式，都提醒', () =>
    expect(warningsOf('姓名,入党时间,转正时间\n甲一,2026-01-01,\n乙一,2001-01-01,\n丙一,2001-01-01,2002-01-01\n')).toEqual([
      ['A2 没有写人员类别；入党不满 12 个月（2026-01-01），新增时按预备党员登记'],
      ['A3 没有写人员类别，新增时按正式党员登记'],
      [],
    ]))
  test('姓名和生日都相同的两行互相提醒', () =>
    expect(warningsOf('姓名,出生日期\n张三,1980-03-01\n张三,1980-03-01\n')).toEqual([
      ['A2 与第 3 行姓名和出生日期都相同，请核对是不是同一个人'],
      ['A3 与第 2 行姓名和出生日期都相同，请核对是不是同一个人'],
    ]))
  test('错了一列的整行拦下，只说一句，不自动挪', () => {
    const { rows } = rowsOf(csv(`序号,姓名,性别,出生日期,身份证号\n1,男,1980-03-15,${id},\n2,1980-03-15,张三,男,\n`))
    expect(rows.map(({ errors, warnings }) => [errors.length, warnings.length])).toEqual([
      [1, 0],
      [1, 0],
    ])
    expect(rows[0]?.errors[0]?.text).toBe('这一行像是错了列（姓名一格是“男”），整行没有导入，请在原表里对齐后再导入')
  })
  test('没有姓名的行不导入', () =>
    expect(rowsOf(csv('姓名,性别\n,男\n')).rows[0]?.errors).toEqual([{ field: 'name', cell: 'A2', text: '没有姓名' }]))
})

test('进的行 = 可导入 + 有错 + 跳过，一行不少，任凭表里写什么', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '张三',
      '李 四',
      '男',
      '合计',
      '备注：',
      '第一党小组',
      '1',
      '80.3',
      '1980.3',
      '姓名',
      '性别',
      '公章',
      '例',
      '13900000001',
    ),
    fc.string({ maxLength: 8 }),
    fc.integer({ min: -5, max: 99999999 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 25 }), async (rows) => {
      const book = await rowsBook([['序号', '姓名', '性别', '出生日期', '手机', '备注'], ...rows])
      const sheet = rowsOf(book, 'a.xlsx')
      if (sheet.kind !== 'table') {
        expect(sheet.rows.length + sheet.skipped.length).toBe(0)
        return
      }
      const shown = rows.map((row) => row.some((value) => String(value).trim() !== ''))
      const last = shown.lastIndexOf(true) + 2
      const first = (sheet.headerRows[0] ?? 0) + 1
      const numbers = [...sheet.rows.map(({ row }) => row), ...sheet.skipped.map(({ row }) => row)].sort((a, b) => a - b)
      const below = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
      expect([...new Set(numbers)]).toEqual(below.filter((row) => !sheet.headerRows.includes(row)))
    }),
    {
      numRuns: 60,
      examples: [
        [
          [
            ['性别', '备注：', ''],
            [0, '姓名', 0],
          ],
        ],
        [[['', '姓名', '!', 0, '!'], [''], ['第一党小组']]],
      ],
    },
  )
})

test('每一种列写成文字再读回来，值不变', () => {
  const day = fc
    .date({ min: new Date('1921-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  const month = day.map((text) => text.slice(0, 7))
  const words = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'党员支部杭州市西湖区文三路号室ABC12（）·') })
  const values: Record<Column<unknown>['kind'], fc.Arbitrary<unknown>> = {
    text: words,
    code: words,
    number: fc.integer(),
    percent: fc.integer({ min: 0, max: 100 }),
    money: fc.integer({ min: -9_999_999, max: 9_999_999 }),
    day,
    month,
    dayOrMonth: fc.oneof(day, month),
    time: fc.constantFrom('08:30', '23:59'),
    yesNo: fc.boolean(),
    choice: fc.constant(undefined),
  }
  for (const { field, column } of columnsOf(membersLedger)) {
    const choices: Record<string, string[]> = {
      gender: ['male', 'female'],
      category: ['formal', 'probationary'],
      standing: ['normal', 'suspended', 'movedOut', 'left', 'deceased'],
    }
    const value = column.kind === 'choice' ? fc.constantFrom(...choices[field]!) : values[column.kind]
    fc.assert(
      fc.property(value, (given) => {
        expect(column.read(column.show(given as never)), field).toEqual({ value: given })
      }),
      { numRuns: 40 },
    )
  }
})
