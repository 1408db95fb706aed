import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showFen } from '../../shared/kit/money.ts'
import { workbook } from '../imports/sheets.ts'
import { openApp } from '../support/open-app.ts'
import { openBooks } from './books.ts'
import { heads, journalSheet, readJournal } from './import-scene.ts'

const scene = async (today = '2026-06-30') => {
  const open = await openApp({ today })
  return { open, ...(await openBooks(open)) }
}
const reasons = ({ rows }: { rows: { row: number; errors: { text: string }[] }[] }) =>
  rows.flatMap(({ row, errors }) => (errors.length > 0 ? [[row, errors.map(({ text }) => text).join('；')]] : []))
const warned = ({ rows }: { rows: { row: number; warnings: { text: string }[] }[] }) =>
  rows.flatMap(({ row, warnings }) => (warnings.length > 0 ? [[row, warnings.map(({ text }) => text).join('；')]] : []))

describe('读懂收支台账', () => {
  test('纸上的样子：标题、上年结转、本月合计、本年累计、结转下年都认得，只有一笔一笔的是账', async () => {
    const { open } = await scene()
    const { sheet, apply } = await journalSheet(open, [
      ['2026年度党建经费收支台账'],
      ['填报单位：某某支部', '', '', '', '单位：元'],
      heads,
      ['', '', '上年结转', '', '', '100.00'],
      [
        '2026-01-05',
        '记-1',
        '单位拨付活动经费',
        '2,000.00',
        '',
        '2,100.00',
        '单位列支',
        '单位列支',
        '周小川',
        '吴小海',
        '郑大同',
        2,
        '电汇',
      ],
      ['2026年1月9日', '记-2', '购买学习书籍', '', '￥350.50', '1,749.50', '组织活动', '单位列支', '周小川', '', '', '3张', ''],
      ['', '', '本月合计', '2,000.00', '350.50', '1,749.50'],
      ['', '', '本年累计', '2,000.00', '350.50', '1,749.50'],
      ['2026.2.3', '记-3', '主题党日租车', '', '８００', '949.5', '组织活动', '单位列支', '吴小海', '', '', '', ''],
      ['', '', '2月合计', '', '800.00', '949.50'],
      ['', '', '结转下年', '', '', '949.50'],
      ['填表人：周小川', '', '', '审核人：'],
    ])
    expect(sheet).toMatchObject({ kind: 'table', headerRows: [3] })
    expect(sheet.advice).toBe('读到 3 笔，收入合计 2,000.00 元，支出合计 1,150.50 元。')
    expect(sheet.rows.map(({ row, state }) => [row, state])).toEqual([
      [5, 'added'],
      [6, 'added'],
      [9, 'added'],
    ])
    expect(warned(sheet)).toEqual([])
    expect(sheet.skipped).toEqual([
      { row: 4, reason: '“上年结转”100.00，只用来核对' },
      { row: 7, reason: '“本月合计”，与上面各行相符' },
      { row: 8, reason: '“本年累计”，与上面各行相符' },
      { row: 10, reason: '“2月合计”，与上面各行相符' },
      { row: 11, reason: '“结转下年”，与上面的结余相符' },
      { row: 12, reason: '表下的落款' },
    ])
    const { counts, sums, rejected } = await apply()
    expect(counts).toMatchObject({ in: 9, accepted: 3, rejected: 0, skipped: 6, added: 3 })
    expect(rejected).toEqual([])
    expect(sums).toEqual([
      { label: '收入合计', file: 200_000, entered: 200_000, already: 0, left: 0 },
      { label: '支出合计', file: 115_050, entered: 115_050, already: 0, left: 0 },
    ])
    const { rows } = await open.app.finances.journal({ organizationId: await open.make.root(), year: 2026 })
    expect(
      rows.map(({ number, day, summary, income, expense, note, papers, handler }) => [
        number,
        day,
        summary,
        income - expense,
        note,
        papers,
        handler,
      ]),
    ).toEqual([
      [1, '2026-01-05', '单位拨付活动经费', 200_000, '电汇；原凭证号 记-1', 2, '周小川'],
      [2, '2026-01-09', '购买学习书籍', -35_050, '原凭证号 记-2', 3, '周小川'],
      [3, '2026-02-03', '主题党日租车', -80_000, '原凭证号 记-3', 0, '吴小海'],
    ])
  })

  test('结余断在哪一行、合计差多少，都用话说出来，只说断的那一行', async () => {
    const { open } = await scene()
    const { sheet } = await journalSheet(open, [
      heads,
      ['', '', '上年结转', '', '', 100],
      ['2026-01-05', 1, '拨款', 50, '', 150],
      ['2026-01-06', 2, '买书', '', 20, 120],
      ['2026-01-07', 3, '买水', '', 10, 110],
      ['', '', '本月合计', 50, 40, 110],
    ])
    expect(warned(sheet)).toEqual([
      [4, '第 4 行结余应为 130.00，表里写的是 120.00'],
      [5, '第 6 行“本月合计”：支出写的是 40.00，上面各行相加是 30.00，差 10.00'],
    ])
    expect(sheet.advice).toContain('结余有 1 处对不上（第 4 行）。')
  })

  test('月、日分两格写的，年份取自标题；日期空着的随上一行；跨了年不猜', async () => {
    const { open } = await scene()
    const bytes = await workbook({
      现金账: (sheet) => {
        sheet.addRows([
          ['二〇二五年经费日记账'],
          ['日期', '', '凭证', '摘要', '收入', '支出', '结余'],
          ['月', '日'],
          [11, 3, 1, '收会费', 500, '', 500],
          ['', 8, 2, '买纸', '', 30, 470],
          ['', '', 3, '买笔', '', 20, 450],
          [12, 1, 4, '买书', '', 50, 400],
          [1, 6, 5, '租车', '', 100, 300],
          ['', 2, 6, '买水', '', 5, 295],
        ])
        for (const range of ['A2:B2', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3', 'G2:G3']) sheet.mergeCells(range)
      },
    })
    const { sheet } = await readJournal(open, bytes)
    expect(sheet.rows.map(({ values }) => values.day)).toEqual([
      '2025-11-03',
      '2025-11-08',
      '2025-11-08',
      '2025-12-01',
      undefined,
      '2025-12-02',
    ])
    expect(reasons(sheet).find(([row]) => row === 8)?.[1]).toContain('像是跨了年')
    expect(warned(sheet)).toContainEqual([6, expect.stringContaining('日期空着，随上面一行')])
  })

  test('一栏金额：有正有负的凭正负，另有收支一栏的凭它；都没有的不猜', async () => {
    const { open } = await scene()
    const signed = await journalSheet(open, [
      ['日期', '摘要', '金额'],
      ['2026-01-05', '拨款', 300],
      ['2026-01-06', '买书', '(45.50)'],
      ['2026-01-07', '买水', '-4.5'],
    ])
    expect(signed.sheet.rows.map(({ values }) => [values.income, values.expense])).toEqual([
      ['300.00', undefined],
      [undefined, '45.50'],
      [undefined, '4.50'],
    ])
    const typed = await journalSheet(open, [
      ['日期', '收/支', '摘要', '金额'],
      ['2026-01-05', '收', '拨款', 300],
      ['2026-01-06', '支出', '买书', 45.5],
      ['2026-01-06', '转', '别的', 1],
    ])
    expect(typed.sheet.rows.map(({ values }) => [values.income, values.expense])).toEqual([
      ['300.00', undefined],
      [undefined, '45.50'],
      [undefined, undefined],
    ])
    expect(reasons(typed.sheet)).toEqual([[4, expect.stringContaining('“转”不在可选的说法里')]])
    const bare = await journalSheet(open, [
      ['日期', '摘要', '金额'],
      ['2026-01-05', '拨款', 300],
    ])
    expect(reasons(bare.sheet)).toEqual([[2, expect.stringContaining('没有写是收入还是支出')]])
  })

  test('读不懂的金额、没有的日子、两边都写的，各说各的，别的行照常', async () => {
    const { open } = await scene()
    const { sheet, apply } = await journalSheet(open, [
      heads,
      ['2026-01-05', 1, '拨款', '1.2万', ''],
      ['2026-02-30', 2, '买书', '', 20],
      ['2026-01-06', 3, '买水', 10, 20],
      ['26.1.7', 4, '买纸', '', 20],
      ['2026-01-08', 5, '没写多少钱', '', ''],
      ['2026-01-09', 6, '', '', 5],
      ['2026-01-10', 7, '利息', '0.00', 0],
      ['2026-01-11', 8, '拨款', '12元', ''],
    ])
    expect(reasons(sheet)).toEqual([
      [2, expect.stringContaining('“1.2万”不是金额')],
      [3, expect.stringContaining('这一天不存在')],
      [4, '收入、支出都写了金额，请分成两笔'],
      [5, expect.stringContaining('没有写全年份')],
      [6, '没有金额'],
      [7, '没有摘要，请写上是什么钱'],
    ])
    expect(sheet.skipped).toEqual([{ row: 8, reason: '金额是零，不用记账' }])
    const { counts, sums } = await apply()
    expect(counts).toMatchObject({ in: 8, accepted: 1, rejected: 6, skipped: 1 })
    expect(sums[0]).toEqual({ label: '收入合计', file: 1200, entered: 1200, already: 0, left: 0 })
    expect(sums[1]).toMatchObject({ file: 4500, entered: 0, left: 4500 })
  })
})

describe('记进账里', () => {
  test('再导入一次什么也不变；两笔一模一样的各是一笔；自己记过的也认得', async () => {
    const { open, expense, cash, organizationId, scope } = await scene()
    await open.app.finances.post({
      ...{
        organizationId,
        direction: 'expense',
        day: '2026-01-06',
        summary: '买书',
        amount: 2000,
        accountId: cash,
        categoryId: expense,
        source: 'unit',
      },
    })
    const rows = [heads, ['2026-01-06', 8, '买 书', '', 20], ['2026-01-06', 9, '买水', '', 5], ['2026-01-06', 9, '买水', '', 5]]
    const first = await (await journalSheet(open, rows)).apply()
    expect(first.counts).toMatchObject({ added: 2, unchanged: 1 })
    expect(first.sums[1]).toEqual({ label: '支出合计', file: 3000, entered: 1000, already: 2000, left: 0 })
    const again = await journalSheet(open, rows)
    expect(again.sheet.rows.map(({ state, matches }) => [state, matches?.name])).toEqual([
      ['unchanged', '第 1 号'],
      ['unchanged', '第 2 号'],
      ['unchanged', '第 3 号'],
    ])
    expect((await again.apply()).counts).toMatchObject({ added: 0, unchanged: 3 })
    expect((await open.app.finances.journal(scope)).rows).toHaveLength(3)
  })

  test('结了账的月份、没到的日子、账户还没有开的日子，逐行拒绝', async () => {
    const { open, organizationId } = await scene()
    await open.app.finances.closeMonth({ organizationId, month: '2026-01' })
    const { sheet, apply } = await journalSheet(open, [
      heads,
      ['2026-01-06', 1, '买书', '', 20],
      ['2027-01-06', 2, '买书', '', 20],
      ['2025-12-06', 3, '买书', '', 20],
      ['2026-02-06', 4, '买书', '', 20],
    ])
    expect(reasons(sheet)).toEqual([
      [2, expect.stringContaining('2026-01 已经结账')],
      [3, expect.stringContaining('还没有到')],
      [4, expect.stringContaining('自 2026-01-01 起记账')],
    ])
    expect((await apply()).counts).toMatchObject({ added: 1, rejected: 3 })
  })

  test('付不出的那一行拒绝，别的照记；同一天先付后收的，等收入进来', async () => {
    const { open, scope } = await scene()
    const { sheet, apply } = await journalSheet(open, [
      heads,
      ['2026-01-06', 1, '租车', '', 150],
      ['2026-01-06', 2, '拨款', 80, ''],
      ['2026-01-07', 3, '买设备', '', 500],
      ['2026-01-08', 4, '买水', '', 30],
    ])
    expect(reasons(sheet)).toEqual([[4, expect.stringContaining('“现金”结余 30.00 元，不够支出 500.00 元')]])
    const { sums } = await apply()
    expect(sums[1]).toMatchObject({ file: 68_000, entered: 18_000, left: 50_000 })
    expect((await open.app.finances.journal(scope)).rows.map(({ number, summary }) => [number, summary])).toEqual([
      [1, '拨款'],
      [2, '租车'],
      [3, '买水'],
    ])
  })

  test('不能让后面已记的账付不出', async () => {
    const { open, spend } = await scene()
    await spend(9000, '2026-03-01')
    const { sheet } = await journalSheet(open, [heads, ['2026-02-01', 1, '买书', '', 20]])
    expect(reasons(sheet)).toEqual([[2, expect.stringContaining('那之后的结余变成负数')]])
  })

  test('红字记作冲销前面的那一笔；分不清的不猜；再导入也认得', async () => {
    const { open, scope } = await scene()
    const rows = [
      heads,
      ['2026-01-06', 1, '买书', '', 20],
      ['2026-01-07', 2, '买水', '', 5],
      ['2026-01-08', 3, '买水', '', 5],
      ['2026-01-09', 4, '冲销买书', '', -20],
      ['2026-01-10', 5, '冲 5 元', '', -5],
      ['2026-01-11', 6, '冲销第 3 号', '', '(5.00)'],
      ['2026-01-12', 7, '退款', -7, ''],
    ]
    const { sheet, apply } = await journalSheet(open, rows)
    expect(reasons(sheet)).toEqual([
      [6, expect.stringContaining('前面有 2 笔同样金额的')],
      [8, expect.stringContaining('没有同样金额的一笔可冲')],
    ])
    expect((await apply()).sums[1]).toMatchObject({ file: 0, entered: 500, left: -500 })
    const journal = await open.app.finances.journal(scope)
    expect(journal.rows.map(({ number, reverses, expense }) => [number, reverses, expense])).toEqual([
      [1, null, 2000],
      [2, null, 500],
      [3, null, 500],
      [4, 1, -2000],
      [5, 3, -500],
    ])
    const again = await journalSheet(open, rows)
    expect(again.sheet.rows.map(({ state }) => state).slice(0, 4)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
    expect(again.sheet.rows[5]?.state).toBe('unchanged')
  })

  test('账户、没写的科目与来源由人先定；表里写了的照表；新科目新增，认不得的来源留下原话', async () => {
    const { open, organizationId } = await scene()
    const asks = await open.app.imports.asks({ ledger: 'finances', organizationId })
    expect(asks.map(({ key, chosen }) => [key, chosen])).toEqual([
      ['account', '现金'],
      ['income', '其他收入'],
      ['expense', '其他支出'],
      ['source', '其他'],
    ])
    const rows = [
      ['日期', '摘要', '收入', '支出', '科目', '资金来源', '账户'],
      ['2026-01-06', '打印', '', 20, '打印费', '上级拨款', ''],
      ['2026-01-07', '利息', 1, '', '', '', '银行存款'],
      ['2026-01-08', '别处', 1, '', '', '', '微信'],
    ]
    const { sheet, apply } = await journalSheet(open, rows, { account: '银行', source: '自筹' })
    expect(warned(sheet)[0]?.[1]).toBe('科目“打印费”是新的，导入时新增；“上级拨款”不在可选的来源里，记作“自筹”，原话写进备注')
    expect(reasons(sheet)).toEqual([[4, '没有名为“微信”的账户，请改成已有的或先开立']])
    await apply()
    const { rows: posted } = await open.app.finances.journal({ organizationId, year: 2026 })
    expect(posted.map(({ account, category, source, note }) => [account, category, source, note])).toEqual([
      ['银行', '打印费', 'self', '资金来源：上级拨款'],
      ['银行', '其他收入', 'self', ''],
    ])
    await expect(journalSheet(open, rows, { account: '没有的' })).rejects.toThrow('“记在哪个账户”不能是“没有的”')
  })

  test('表里的期初与账上的不同，说出差多少', async () => {
    const { open } = await scene()
    const { sheet } = await journalSheet(open, [heads, ['', '', '上年结转', '', '', 888], ['2026-01-06', 1, '买书', '', 20, 868]])
    expect(warned(sheet)).toEqual([[3, '这一笔之前，表里的结余是 888.00，账上“现金”是 100.00，差 788.00；请核对期初']])
  })

  test('自己导出的收支台账，红字、冲销在内，导回来没有变化', async () => {
    const { open, organizationId, cash, earn, spend } = await scene()
    await earn(50_000, '2026-01-06')
    const wrong = await spend(3000, '2026-02-01', cash)
    await open.app.finances.reverse({ id: wrong.id, day: '2026-02-02', reason: '记错了' })
    await spend(1200, '2026-03-01')
    const scope = { organizationId, year: 2026 }
    const made = await open.app.documents.make({ wanted: { kind: 'ledger', ledger: 'finances', scope, format: 'xlsx' } })
    await open.app.documents.save({ made: made.made })
    const { sheet } = await readJournal(open, open.desk.saved[0]?.bytes ?? new Uint8Array())
    expect(sheet.rows.map(({ state, warnings }) => [state, warnings])).toEqual(Array.from({ length: 4 }, () => ['unchanged', []]))
    expect(sheet.skipped.every(({ reason }) => !reason.includes('不符') && !reason.includes('差'))).toBe(true)
  })

  test('没有立账时逐行说明；一次导入一步就撤销', async () => {
    const open = await openApp({ today: '2026-06-30' })
    const { sheet } = await journalSheet(open, [heads, ['2026-01-06', 1, '买书', '', 20]])
    expect(reasons(sheet)).toEqual([[2, '还没有账户，请先在“经费”里立账']])
    await openBooks(open)
    await (await journalSheet(open, [heads, ['2026-01-06', 1, '拨款', 20], ['2026-01-07', 2, '买书', '', 20]])).apply()
    const operationId = (await open.app.history.latest({})).undo?.id ?? 0
    await open.app.history.undo({ operationId })
    expect((await open.app.finances.journal({ organizationId: await open.make.root(), year: 2026 })).rows).toEqual([])
  })
})

test('随便一本账导进来：一行不少，收入、支出、结余一分不差；再导一次不变', async () => {
  const line = fc.record({
    day: fc.integer({ min: 1, max: 150 }),
    fen: fc.integer({ min: 1, max: 30_000_000 }),
    side: fc.constantFrom('收入', '支出'),
    text: fc.constantFrom('买书', '租车', '拨款', '慰问'),
  })
  const dayOf = (at: number) => new Date(Date.UTC(2026, 0, at)).toISOString().slice(0, 10)
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
      const { open, scope } = await scene()
      const sorted = lines.toSorted((a, b) => a.day - b.day)
      const body = sorted.map(({ day, fen, side, text }, at) => [
        dayOf(day),
        `记${at + 1}`,
        text,
        side === '收入' ? showFen(fen) : '',
        side === '支出' ? `￥${showFen(fen)}` : '',
      ])
      const target = { ledger: 'finances', organizationId: scope.organizationId }
      const paste = () => open.app.imports.paste({ table: { rows: [heads, ...body] }, target })
      const { reading, sheets } = await paste()
      const apply = () => open.app.imports.apply({ reading, target, parts: [{ sheet: sheets[0]?.name ?? '', adjustments: {} }] })
      const total = (side: string) => sorted.filter((one) => one.side === side).reduce((sum, { fen }) => sum + fen, 0)
      const result = await apply().catch((error) => error)
      if (result instanceof Error) {
        expect(result.message).toContain('没有一行可以导入')
        return
      }
      const { counts, sums, rejected } = result
      expect(counts.in).toBe(counts.accepted + counts.rejected + counts.skipped)
      expect(counts.in).toBe(lines.length)
      for (const { label, file, entered, already, left } of sums) {
        expect(file).toBe(total(label.slice(0, 2)))
        expect(file).toBe(entered + already + left)
      }
      const journal = await open.app.finances.journal(scope)
      expect(journal.rows.reduce((sum, { income }) => sum + income, 0)).toBe(sums[0]?.entered)
      expect(journal.rows.reduce((sum, { expense }) => sum + expense, 0)).toBe(sums[1]?.entered)
      expect(journal.rows.map(({ number }) => number).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(journal.rows.map((_, at) => at + 1))
      expect(journal.rows.at(-1)?.balance).toBe(journal.carried + (sums[0]?.entered ?? 0) - (sums[1]?.entered ?? 0))
      // 付不出的才拒绝
      expect(rejected.every(({ reason }: { reason: string }) => reason.includes('不够支出'))).toBe(true)
      const [again] = (await paste()).sheets
      expect(again?.rows.filter(({ state }) => state === 'unchanged')).toHaveLength(counts.added)
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('一张表里接着记下一年：年份随小标题；下面的表头收入、支出对调了，照下面的读', async () => {
  const open = await openApp({ today: '2026-06-15' })
  const organizationId = await open.make.root()
  await open.app.finances.openAccount({ organizationId, kind: 'cash', name: '现金', openedOn: '2024-12-31', opening: 1_000_000 })
  const read = async (second: string[]) => {
    const { sheet } = await journalSheet(open, [
      ['2025年收支明细'],
      ['日期', '摘要', '收入', '支出', '结余'],
      ['1月5日', '拨款', 1000, '', ''],
      ['过次页', '', 1000, '', ''],
      ['2026年收支明细'],
      second,
      ['1月6日', '购书', ...(second[2] === '收入' ? ['', 100] : [100, '']), ''],
      ['注：2024年的另记'],
      ['1月8日', '购笔', ...(second[2] === '收入' ? ['', 20] : [20, '']), ''],
    ])
    expect([...sheet.rows, ...sheet.skipped].map(({ row }) => row)).toHaveLength(second[2] === '收入' ? 7 : 6)
    return sheet.rows.map(({ values: { day, summary, income, expense } }) => [day, summary, income, expense])
  }
  const truth = [
    ['2025-01-05', '拨款', '1,000.00', undefined],
    ['2026-01-06', '购书', undefined, '100.00'],
    ['2026-01-08', '购笔', undefined, '20.00'],
  ]
  expect(await read(['日期', '摘要', '收入', '支出', '结余'])).toEqual(truth)
  expect(await read(['日期', '摘要', '支出', '收入', '结余'])).toEqual(truth)
})
