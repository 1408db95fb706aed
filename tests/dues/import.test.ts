import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPaid } from '../../shared/dues/import-ledger.ts'
import { showFen } from '../../shared/kit/money.ts'
import { read as readFile, workbook } from '../imports/sheets.ts'
import { duesScene } from '../support/dues-scene.ts'
import { type OpenApp, openApp } from '../support/open-app.ts'

const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}月`)
const heads = ['序号', '姓名', '月应交', ...MONTHS, '全年实交', '备注']

async function scene() {
  const open = await openApp({ today: '2026-08-20' })
  const dues = await duesScene(open)
  const names = (await open.app.dues.grid({ organizationId: dues.organizationId, year: 2026 })).map(({ name }) => name)
  return { open, ...dues, names: [names[0] ?? '', names[1] ?? ''] as const }
}

async function read(open: OpenApp, rows: string[][], choices: Record<string, string> = {}) {
  const target = { ledger: 'dues', organizationId: await open.make.root(), choices }
  const { reading, sheets } = await open.app.imports.paste({ table: { rows }, target })
  const [sheet] = sheets
  if (!sheet) throw new Error('没有读到表')
  return { sheet, apply: () => open.app.imports.apply({ reading, target, parts: [{ sheet: sheet.name, adjustments: {} }] }) }
}
/** 一行：姓名与各月；月份从一月起。 */
const line = (name: string, months: string[], total = '') => [
  '1',
  name,
  '',
  ...Array.from({ length: 12 }, (_, at) => months[at] ?? ''),
  total,
]
const reasons = ({ rows }: { rows: { row: number; errors: { text: string }[] }[] }) =>
  rows.flatMap(({ row, errors }) => (errors.length > 0 ? [[row, errors.map(({ text }) => text).join('；')]] : []))

test('一格实交的各种写法：金额、免、转、停、补；没写金额的不猜', () => {
  const read = (text: string) => {
    const reading = readPaid(text)
    return 'value' in reading ? reading.value : `✕${reading.problem}`
  }
  expect(['15', '￥１5.00', '免交', '转出', '停止党籍', '补15', '15（补交）', '', '0', '—'].map(read)).toEqual([
    ...['15.00', '15.00', '免', '转', null, '补15.00', '补15.00', null, null, null].map((one, at) => (at === 4 ? '停' : one)),
  ])
  for (const text of ['√', '补', '1.5百', '-15', '已交']) expect(read(text)).toContain('✕')
})

describe('导入党费收缴台账', () => {
  test('各月的实交记进去，免的登记免交；合计与全年核对；再导一次不变；数目一分不差', async () => {
    const { open, organizationId, names, first } = await scene()
    const rows = [
      ['2026年度党费收缴台账'],
      heads,
      line(names[0], ['15', '15', '免', '补15'], '45'),
      line(names[1], ['50', '50', '50', ''], '149'),
      ['合计', '', '', '65', '65', '50', '16', '', '', '', '', '', '', '', '', '195'],
    ]
    const { sheet, apply } = await read(open, rows)
    expect(sheet.advice).toBe('读到 2 人，实交合计 195.00 元。按标题里的 2026 年记。')
    expect(sheet.rows.map(({ state, changes }) => [state, changes.map(({ field, to }) => `${field} ${to}`)])).toEqual([
      ['updated', ['m01 15.00', 'm02 15.00', 'm03 免', 'm04 补15.00']],
      ['updated', ['m01 50.00', 'm02 50.00', 'm03 50.00']],
    ])
    expect(sheet.rows[1]?.warnings.map(({ text }) => text)).toContain('全年实交写的是 149.00，十二个月相加是 150.00')
    expect(sheet.skipped.at(-1)?.reason).toBe('合计行，4月写的是 16.00，上面相加是 15.00（G5）')
    const { sums, counts } = await apply()
    expect(counts).toMatchObject({ accepted: 2, updated: 2 })
    expect(sums).toEqual([{ label: '实交合计', file: 19_500, entered: 19_500, already: 0, left: 0 }])
    const grid = await open.app.dues.grid({ organizationId, year: 2026 })
    expect(
      grid
        .find(({ memberId }) => memberId === first)
        ?.cells.slice(0, 5)
        .map(({ state, paid }) => [state, paid]),
    ).toEqual([
      ['paid', 1500],
      ['paid', 1500],
      ['exempt', 0],
      ['paid', 1500],
      ['owing', 0],
    ])
    const again = await read(open, rows)
    expect(again.sheet.rows.map(({ state }) => state)).toEqual(['unchanged', 'unchanged'])
    expect((await again.apply()).sums[0]).toMatchObject({ entered: 0, already: 19_500, left: 0 })
  })

  test('账上已有的只补差的月份；不同的由人定，账上更多的不动', async () => {
    const { open, names, first, collect } = await scene()
    await collect(first, { '2026-01': 1500, '2026-02': 1000, '2026-03': 2000 })
    const { sheet, apply } = await read(open, [['2026年党费'], heads, line(names[0], ['15', '15', '15', '15'])])
    expect(sheet.rows[0]?.changes.map(({ field, from, to, taken }) => [field, from, to, taken])).toEqual([
      ['m02', '10.00', '15.00', false],
      ['m04', '', '15.00', true],
    ])
    expect(sheet.rows[0]?.warnings.at(-1)?.text).toContain('3月账上收了 20.00，多于表里的 15.00')
    expect((await apply()).sums[0]).toEqual({ label: '实交合计', file: 6000, entered: 1500, already: 4000, left: 500 })
  })

  test('名册里没有的、没有核定基数的、读不懂的、结了账的，逐行说明；没写年份的按先定的', async () => {
    const { open, organizationId, names } = await scene()
    await open.make.member({ name: '没定基数' })
    await open.app.dues.close({ organizationId, through: '2026-01' })
    const { sheet } = await read(open, [
      heads,
      line('查无此人', ['15']),
      line('没定基数', ['', '15']),
      line(names[0], ['', '√']),
      line(names[1], ['50']),
    ])
    expect(sheet.advice).toContain('标题里没有年份')
    expect(reasons(sheet)).toEqual([
      [2, '名册里没有“查无此人”，请先登记或改正姓名'],
      [3, expect.stringContaining('没有核定')],
      [4, expect.stringContaining('没有写金额')],
      [5, expect.stringContaining('2026-01 已经结账')],
    ])
  })
})

test('随便怎样的网格：文件的实交 = 记入 + 原有 + 没导入，记入的就是账上多出来的', async () => {
  const amounts = fc.array(fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: null }), { minLength: 12, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.tuple(amounts, amounts), fc.array(fc.integer({ min: 1, max: 9_999 }), { maxLength: 4 }), async (grids, before) => {
      const { open, organizationId, first, names, collect } = await scene()
      for (const [at, amount] of before.entries()) await collect(first, { [`2026-0${at + 1}`]: amount })
      const paid = async () => (await open.app.dues.payments({ organizationId, year: 2026 })).reduce((sum, { amount }) => sum + amount, 0)
      const held = await paid()
      const rows = grids.map((grid, at) =>
        line(
          names[at] ?? '',
          grid.map((fen) => (fen === null ? '' : showFen(fen))),
        ),
      )
      const result = await (await read(open, [['2026年'], heads, ...rows])).apply().catch((error) => error)
      if (result instanceof Error) {
        expect(result.message).toContain('没有一行可以导入')
        return
      }
      const [sum] = result.sums
      expect(sum.file).toBe(grids.flat().reduce((total: number, fen) => total + (fen ?? 0), 0))
      expect(sum.file).toBe(sum.entered + sum.already + sum.left)
      expect((await paid()) - held).toBe(sum.entered)
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('全体一人一年明细：一人一页', async () => {
  const { open, organizationId, first, collect } = await scene()
  await collect(first, { '2026-01': 1500 })
  const made = await open.app.documents.make({ wanted: { kind: 'duesStatements', organizationId, year: 2026 } })
  expect(made.name).toContain('2026年度党费明细_2人')
  await open.app.documents.save({ made: made.made })
  const text = Buffer.from(open.desk.saved[0]?.bytes ?? new Uint8Array()).toString('latin1')
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
})

test('月份写在“缴费情况”下面、或分应缴与实缴的，只记实缴；没有月份的表一行也不算导入', async () => {
  const { open, names } = await scene()
  const book = await workbook({
    党费: (sheet) => {
      sheet.addRows([
        ['2026年党费缴纳情况'],
        ['姓名', '缴费情况'],
        ['', ...MONTHS.map((_, at) => at + 1)],
        [names[0], 15, 15],
        [names[1], 50, 50],
      ])
      for (const range of ['A2:A3', 'B2:M2']) sheet.mergeCells(range)
    },
  })
  const { sheet } = await readFile(open, '党费.xlsx', book, 'dues')
  expect(sheet.advice).toContain('实交合计 130.00 元')
  const heads_ = ['姓名', '1月应缴', '1月实缴', '2月应缴', '2月实缴']
  const split = await read(open, [['2026年党费'], heads_, [names[0], '15', '15', '15', '10'], [names[1], '50', '', '50', '50']])
  expect(split.sheet.rows.map(({ values: { m01, m02 } }) => [m01, m02])).toEqual([
    ['15.00', '10.00'],
    [undefined, '50.00'],
  ])
  const bare = await read(open, [['2026年党费'], ['姓名', '月应交', '合计'], [names[0], '15', '90'], [names[1], '50', '300']])
  expect(reasons(bare.sheet)).toEqual([
    [3, '没有找到一月到十二月的列，没有可记的'],
    [4, '没有找到一月到十二月的列，没有可记的'],
  ])
  await expect(bare.apply()).rejects.toThrow('没有一行可以导入')
})

test('一张表里接着写下一年的：各记各的年，合计各核各的', async () => {
  const { open, names, organizationId } = await scene()
  const { sheet, apply } = await read(open, [
    ['2025年度党费收缴台账'],
    heads,
    line(names[1], [], ''),
    ['合计', '', '', ''],
    ['2026年度党费收缴台账'],
    heads,
    line(names[1], ['50', '50'], '100'),
    ['合计', '', '', '50', '50', '', '', '', '', '', '', '', '', '', '', '100'],
  ])
  expect(sheet.rows.map(({ values, errors }) => [values.year, errors])).toEqual([
    ['2025', []],
    ['2026', []],
  ])
  expect(sheet.skipped.at(-1)).toEqual({ row: 8, reason: '合计行，与上面各人相符' })
  await apply()
  const [, second] = await open.app.dues.grid({ organizationId, year: 2026 })
  expect(second?.cells.slice(0, 3).map(({ paid }) => paid)).toEqual([5000, 5000, 0])
})
