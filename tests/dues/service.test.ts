import { describe, expect, test } from 'vitest'
import { duesScene } from '../support/dues-scene.ts'
import { openApp } from '../support/open-app.ts'
import { snapshot } from '../support/snapshot.ts'

const open = async (today = '2026-06-15') => {
  const opened = await openApp({ today })
  const scene = await duesScene(opened)
  const scope = { organizationId: scene.organizationId, year: 2026 }
  const rowOf = async (memberId: number) => (await opened.app.dues.grid(scope)).find((row) => row.memberId === memberId)!
  const cellAt = async (memberId: number, month: number) => (await rowOf(memberId)).cells[month - 1]!
  return { ...opened, ...scene, scope, rowOf, cellAt }
}

test('没有定口径不能收，说出下一步；定了以后没有基数也不能收', async () => {
  const { app, make } = await openApp()
  const memberId = await make.member({ name: '赵小满' })
  const collect = () =>
    app.dues.collect({
      paidOn: '2026-06-01',
      method: 'cash',
      collector: '王芳',
      receipts: false,
      payments: [{ memberId, months: [{ month: '2026-06', amount: 1500 }] }],
    })
  await expect(collect()).rejects.toThrow('还没有定党费口径')
  await app.dues.choosePractice({
    organizationId: await make.root(),
    fromMonth: '2026-01',
    rounding: { unit: 'fen', mode: 'half' },
    adjust: 'onChange',
    items: [],
  })
  await expect(collect()).rejects.toThrow('“赵小满”2026-06 没有核定交费基数')
})

test('网格：过去的月欠，本月待收，以后未到；交了打勾，过月才交的是补', async () => {
  const { first, collect, rowOf } = await open()
  await collect(first, { '2026-05': 1500, '2026-06': 1500 })
  const row = await rowOf(first)
  expect(row.cells.map(({ state }) => state)).toEqual(['owing', 'owing', 'owing', 'owing', 'paid', 'paid', ...Array(6).fill('future')])
  expect(row.cells.map(({ late }) => late).indexOf(true)).toBe(4)
  expect([row.payable, row.paid, row.owing, row.arrears]).toEqual([18000, 3000, 6000, 0])
})

test('网格里同名的两个人带上出生年，分得开', async () => {
  const { app, make } = await openApp({ today: '2026-06-15' })
  const { organizationId } = await duesScene({ app, make })
  await make.member({ name: '王芳', birthDay: '1985-03-02' })
  await make.member({ name: '王芳', birthDay: '1990-11' })
  const grid = await app.dues.grid({ organizationId, year: 2026 })
  expect(grid.filter(({ name }) => name === '王芳').map(({ aside }) => aside)).toEqual(['1985年生', '1990年生'])
  expect(grid.filter(({ name }) => name !== '王芳').every(({ aside }) => aside === '')).toBe(true)
})

test('名册里的每月党费跟着网格走；照它核定是一步，撤销就全回来', async () => {
  const { app, make, rowOf, scope } = await open()
  const [one, other] = [await make.member({ duesStandard: '40元' }), await make.member({ duesStandard: '0.2' })]
  const silent = await make.member({ duesStandard: '0.5%' })
  const noted = () => Promise.all([one, other, silent].map(async (id) => (await rowOf(id)).rosterMonthly))
  expect(await noted()).toEqual([4000, 20, undefined])
  await app.dues.setBases({
    bases: [
      { memberId: one, fromMonth: '2026-04', kind: 'retired', base: 0, amount: 4000 },
      { memberId: other, fromMonth: '2026-04', kind: 'fixed', base: 0, amount: 20 },
    ],
  })
  expect(await rowOf(one)).toMatchObject({ kind: 'retired', base: null, rate: null, monthly: 4000, payable: 9 * 4000 })
  expect((await rowOf(other)).monthly).toBe(20)
  expect((await app.dues.summary(scope)).peopleUnset).toBe(1)
  await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
  expect((await app.dues.summary(scope)).peopleUnset).toBe(3)
})

test('连续欠几个月从上个月往前数，跨年接着数；交一个月就断', async () => {
  const { app, first, second, collect, rowOf, setToday } = await open('2026-06-15')
  expect((await rowOf(second)).arrears).toBe(5)
  await collect(second, { '2026-03': 5000 })
  expect((await rowOf(second)).arrears).toBe(2)
  setToday('2027-02-10')
  const [row] = await app.dues.grid({ organizationId: (await rowOf(first)).organizationId, year: 2027 })
  expect([row!.memberId, row!.arrears]).toEqual([first, 13])
})

test('基数变动当月起用；年内不变的口径看年初那一条', async () => {
  const { app, organizationId, first, rowOf } = await open()
  await app.dues.setBases({ bases: [{ memberId: first, fromMonth: '2026-04', kind: 'salary', base: 300001 }] })
  const payable = async () => (await rowOf(first)).cells.map((cell) => cell.payable)
  expect(await payable()).toEqual([1500, 1500, 1500, ...Array(9).fill(3000)])
  await app.dues.choosePractice({
    organizationId,
    fromMonth: '2026-01',
    rounding: { unit: 'fen', mode: 'half' },
    adjust: 'yearlyFrozen',
    items: [],
  })
  expect(await payable()).toEqual(Array(12).fill(1500))
})

test('预备党员从支部大会通过之月起交；转出之后不归这里；党费交至之前的写转', async () => {
  const { app, make, scope } = await open()
  const joined = await make.member({ name: '新党员', joinedOn: '2026-03-20', fullMemberOn: null }, { category: 'probationary' })
  const left = await make.member({ name: '走的人' })
  const came = await make.member({ name: '来的人', duesPaidThrough: '2026-04' })
  await app.dues.setBases({
    bases: [joined, left, came].map((memberId) => ({ memberId, fromMonth: '2026-01', kind: 'salary', base: 300000 })),
  })
  await app.members.changeStanding({ id: left, standing: 'movedOut', fromDay: '2026-04-10' })
  const states = async (memberId: number) =>
    (await app.dues.grid(scope)).find((row) => row.memberId === memberId)!.cells.map(({ state }) => state)
  expect((await states(joined)).slice(0, 4)).toEqual(['outside', 'outside', 'owing', 'owing'])
  expect((await states(left)).slice(0, 5)).toEqual(['owing', 'owing', 'owing', 'outside', 'outside'])
  expect((await states(came)).slice(2, 6)).toEqual(['before', 'before', 'owing', 'open'])
})

test('在两个支部之间调动：转入月起由新支部收，旧支部看不到新支部的月份', async () => {
  const { app, make } = await openApp({ kind: 'generalBranch' })
  const root = await make.root()
  const [a, b] = [
    (await app.organizations.found({ parentId: root, kind: 'branch', name: '甲支部' })).id,
    (await app.organizations.found({ parentId: root, kind: 'branch', name: '乙支部' })).id,
  ]
  await app.dues.choosePractice({
    organizationId: root,
    fromMonth: '2026-01',
    rounding: { unit: 'fen', mode: 'half' },
    adjust: 'onChange',
    items: [],
  })
  const memberId = await make.member({}, { organizationId: a })
  await app.dues.setBases({ bases: [{ memberId, fromMonth: '2026-01', kind: 'salary', base: 300000 }] })
  await app.members.move({ id: memberId, organizationId: b, fromDay: '2026-03-08' })
  const statesIn = async (organizationId: number) =>
    (await app.dues.grid({ organizationId, year: 2026 }))[0]!.cells.slice(0, 5).map(({ state }) => state)
  expect(await statesIn(a)).toEqual(['owing', 'owing', 'outside', 'outside', 'outside'])
  expect(await statesIn(b)).toEqual(['outside', 'outside', 'owing', 'owing', 'owing'])
  expect(await statesIn(root)).toEqual(Array(5).fill('owing'))
})

test('一次多交一千元以上是大额党费，单列，不进党费账的结余', async () => {
  const { app, first, scope, collect } = await open()
  await collect(first, { '2026-06': 101500 })
  const summary = await app.dues.summary(scope)
  expect([summary.balance, summary.largeBalance, summary.large, summary.paid]).toEqual([1500, 100000, 100000, 1500])
  await expect(
    app.dues.recordMovement({
      organizationId: scope.organizationId,
      kind: 'used',
      day: '2026-06-15',
      summary: '订报',
      amount: 1501,
      purpose: 'materials',
      approver: '李明',
    }),
  ).rejects.toThrow('账上只有 15.00 元，不够使用 15.01 元')
})

describe('要写明的', () => {
  test('补交超过六个月要写原因，六个月以内不用', async () => {
    const { first, collect, setToday } = await open()
    setToday('2026-08-20')
    await expect(collect(first, { '2026-01': 1500 }, { paidOn: '2026-08-20' })).rejects.toThrow('已超过 6 个月，补交要在备注里写明原因')
    await collect(first, { '2026-02': 1500 }, { paidOn: '2026-08-20' })
  })

  test('垫交要写说明', async () => {
    const { app, first } = await open()
    const pay = (note: string) =>
      app.dues.collect({
        paidOn: '2026-06-01',
        method: 'cash',
        collector: '王芳',
        receipts: false,
        payments: [{ memberId: first, months: [{ month: '2026-06', amount: 1500 }], advanced: true, note }],
      })
    await expect(pay(' ')).rejects.toThrow('党费不得垫交')
    await pay('本人住院，书记先垫，下周归还')
  })

  test('使用要五类用途和集体决定，上缴要期间', async () => {
    const { app, first, collect, organizationId } = await open()
    await collect(first, { '2026-06': 1500 })
    const record = (over: object) =>
      app.dues.recordMovement({
        organizationId,
        kind: 'used',
        day: '2026-06-15',
        summary: '订报',
        amount: 100,
        purpose: 'materials',
        approver: '李明',
        ...over,
      })
    await expect(record({ purpose: 'banquet' })).rejects.toThrow('用途')
    await expect(record({ approver: '' })).rejects.toThrow('集体讨论')
    await expect(record({ kind: 'remitted', purpose: null })).rejects.toThrow('期间')
    await record({})
  })
})

test('冲销两头相连，金额回到原样，收据作废留号；冲销的不能再冲', async () => {
  const { app, first, collect, scope, cellAt } = await open()
  const { paymentIds } = await collect(first, { '2026-06': 1500 })
  const { id } = await app.dues.reverse({ paymentId: paymentIds[0]!, on: '2026-06-15', reason: '记错了人' })
  const [original, red] = await app.dues.payments(scope)
  expect([original!.reversedBy, red!.reverses, red!.amount]).toEqual([id, paymentIds[0], -1500])
  expect((await cellAt(first, 6)).state).toBe('open')
  expect(await app.dues.receipts(scope)).toMatchObject([{ number: 1, voided: true, voidReason: '冲销：记错了人' }])
  await expect(app.dues.reverse({ paymentId: paymentIds[0]!, on: '2026-06-15', reason: '再来' })).rejects.toThrow('已经冲销过')
  await expect(app.dues.reverse({ paymentId: id, on: '2026-06-15', reason: '再来' })).rejects.toThrow('本身就是冲销')
})

describe('改记到另一人', () => {
  test('红字抵掉，照样记到那人名下，收据作废另开；两笔同一天，结余不变；一次撤销全回来', async () => {
    const { app, first, second, collect, scope, cellAt } = await open()
    const { paymentIds } = await collect(first, { '2026-06': 1500, '2026-05': 1500 })
    const balance = (await app.dues.summary(scope)).balance
    const wanted = { paymentId: paymentIds[0]!, memberId: second }
    const { sentence } = await app.dues.reassignment(wanted)
    expect(sentence).toMatch(
      /^抵掉党员.*2026年06月01日交的 30.00 元，照样记到党员.*名下：2026年5月至6月的党费。收据 2026-0001 作废，另开新号。收款日期不变。$/,
    )
    await app.dues.reassign({ ...wanted, reason: '点错了人' })
    expect([(await cellAt(first, 6)).paid, (await cellAt(second, 6)).paid, (await cellAt(second, 5)).paid]).toEqual([0, 1500, 1500])
    expect((await app.dues.summary(scope)).balance).toBe(balance)
    expect(new Set((await app.dues.payments(scope)).map(({ paidOn }) => paidOn))).toEqual(new Set(['2026-06-01']))
    expect((await app.dues.receipts(scope)).map(({ number, voided }) => [number, voided])).toEqual([
      [1, true],
      [2, false],
    ])
    await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
    expect([(await cellAt(first, 6)).paid, (await cellAt(second, 6)).paid]).toEqual([1500, 0])
    expect((await app.dues.receipts(scope)).map(({ voided }) => voided)).toEqual([false])
  })

  test('那人应交得少，多出的算自愿多交，话里说出来；收款的月结了账，两笔记在今天', async () => {
    const { app, first, second, collect, scope, organizationId } = await open()
    const { paymentIds } = await collect(second, { '2026-05': 5000 }, { paidOn: '2026-05-08', receipts: false })
    await app.dues.close({ organizationId, through: '2026-05' })
    const wanted = { paymentId: paymentIds[0]!, memberId: first }
    expect((await app.dues.reassignment(wanted)).sentence).toMatch(
      /其中 35.00 元超出应交，算自愿多交。收款的那个月已经结账，两笔都记在 2026年06月15日。$/,
    )
    await app.dues.reassign({ ...wanted, reason: '同名' })
    const rows = await app.dues.payments(scope)
    expect(rows.map(({ paidOn, amount, extra }) => [paidOn, amount, extra])).toEqual([
      ['2026-05-08', 5000, 0],
      ['2026-06-15', 5000, 3500],
      ['2026-06-15', -5000, 0],
    ])
  })

  test('本来就是他的、已经冲销的，不能改记', async () => {
    const { app, first, second, collect } = await open()
    const [paymentId = 0] = (await collect(first, { '2026-06': 1500 })).paymentIds
    await expect(app.dues.reassign({ paymentId, memberId: first, reason: '试' })).rejects.toThrow('本来就记在')
    await app.dues.reverse({ paymentId, on: '2026-06-15', reason: '重复' })
    await expect(app.dues.reassign({ paymentId, memberId: second, reason: '试' })).rejects.toThrow('已经冲销过')
  })

  test('党费归别的支部收的，不能改记过去', async () => {
    const opened = await openApp({ today: '2026-06-15', kind: 'generalBranch' })
    const { app, make } = opened
    const root = await make.root()
    const found = async (name: string) => (await app.organizations.found({ parentId: root, kind: 'branch', name })).id
    const [a, b] = [await found('甲支部'), await found('乙支部')]
    const rounding = { unit: 'fen', mode: 'half' } as const
    await app.dues.choosePractice({ organizationId: root, fromMonth: '2026-01', rounding, adjust: 'onChange', items: [] })
    const [here, away] = [await make.member({}, { organizationId: a }), await make.member({ name: '何在外' }, { organizationId: b })]
    const base = { fromMonth: '2026-01', kind: 'salary' as const, base: 300000 }
    await app.dues.setBases({
      bases: [
        { memberId: here, ...base },
        { memberId: away, ...base },
      ],
    })
    const { paymentIds } = await app.dues.collect({
      ...{ paidOn: '2026-06-01', method: 'cash', collector: '王芳', receipts: false },
      payments: [{ memberId: here, months: [{ month: '2026-06', amount: 1500 }] }],
    })
    await expect(app.dues.reassignment({ paymentId: paymentIds[0]!, memberId: away })).rejects.toThrow('归“乙支部”收')
  })
})

describe('收据的号', () => {
  test('一册一年从 1 连着；撤销最后一批号收回，撤销前面的不许，免得断号', async () => {
    const { app, first, second, collect, scope } = await open()
    await collect(first, { '2026-01': 1500 })
    const before = (await app.history.latest({})).undo!.id
    await collect(second, { '2026-01': 5000 })
    await expect(app.history.undo({ operationId: before })).rejects.toThrow('撤销会断号')
    await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
    await collect(second, { '2026-02': 5000 })
    expect((await app.dues.receipts(scope)).map(({ number }) => number)).toEqual([1, 2])
  })

  test('作废的号不再用，补开的是新号；印过再印记次数', async () => {
    const { app, first, collect, scope } = await open()
    const { paymentIds } = await collect(first, { '2026-01': 1500 })
    const [receipt] = await app.dues.receipts(scope)
    await app.dues.voidReceipt({ receiptId: receipt!.id, reason: '写错' })
    await app.dues.issueReceipts({ paymentIds })
    await expect(app.dues.issueReceipts({ paymentIds })).rejects.toThrow('已有收据')
    const rows = await app.dues.receipts(scope)
    expect(rows.map(({ receiptNo, voided }) => [receiptNo, voided])).toEqual([
      ['2026-0001', true],
      ['2026-0002', false],
    ])
    await expect(app.dues.markPrinted({ receiptIds: [rows[0]!.id] })).rejects.toThrow('已经作废')
    await app.dues.markPrinted({ receiptIds: [rows[1]!.id] })
    expect((await app.dues.receipts(scope))[1]!.printed).toBe(1)
  })

  test('一批开的几张一起撤销、一起恢复', async () => {
    const { app, path, first, second } = await open()
    await app.dues.collect({
      paidOn: '2026-06-01',
      method: 'cash',
      collector: '王芳',
      receipts: true,
      payments: [first, second].map((memberId) => ({ memberId, months: [{ month: '2026-06', amount: 1500 }] })),
    })
    const after = snapshot(path)
    const { id } = await app.history.undo({ operationId: (await app.history.latest({})).undo!.id })
    await app.history.redo({ operationId: id })
    expect(snapshot(path)).toEqual(after)
  })
})

describe('结账', () => {
  test('结过的月谁也写不进去，应交照当时定下；没过完的月不能结', async () => {
    const { app, first, collect, organizationId, cellAt } = await open()
    await collect(first, { '2026-03': 1500 }, { paidOn: '2026-05-10' })
    const paid = (await app.history.latest({})).undo!.id
    await expect(app.dues.close({ organizationId, through: '2026-06' })).rejects.toThrow('还没有过完')
    await app.dues.close({ organizationId, through: '2026-05' })
    await expect(collect(first, { '2026-04': 1500 }, { paidOn: '2026-05-31' })).rejects.toThrow('已经结账')
    await expect(app.history.undo({ operationId: paid })).rejects.toThrow('已经结账')
    await app.dues.setBases({ bases: [{ memberId: first, fromMonth: '2026-01', kind: 'salary', base: 500000 }] })
    expect([(await cellAt(first, 4)).payable, (await cellAt(first, 6)).payable]).toEqual([1500, 5000])
    // 从前月份的欠款，可以在没结账的月里补收
    await collect(first, { '2026-04': 1500 }, { paidOn: '2026-06-05' })
    expect(await cellAt(first, 4)).toMatchObject({ state: 'paid', late: true })
  })

  test('反结账要写原因；之后照新基数算，再结、撤销、恢复都回得去', async () => {
    const { app, path, first, organizationId, cellAt } = await open()
    await app.dues.close({ organizationId, through: '2026-05' })
    await app.dues.setBases({ bases: [{ memberId: first, fromMonth: '2026-01', kind: 'salary', base: 500000 }] })
    const closed = snapshot(path)
    await app.dues.reopen({ organizationId, from: '2026-04', reason: '漏记基数' })
    const reopening = (await app.history.latest({})).undo!
    expect(reopening.subject).toBe('2026-04 起（漏记基数）')
    expect([(await cellAt(first, 3)).payable, (await cellAt(first, 4)).payable]).toEqual([1500, 5000])
    const reopened = snapshot(path)
    const undo = await app.history.undo({ operationId: reopening.id })
    expect(snapshot(path)).toEqual(closed)
    await app.history.redo({ operationId: undo.id })
    expect(snapshot(path)).toEqual(reopened)
    await app.dues.close({ organizationId, through: '2026-05' })
    expect((await cellAt(first, 4)).payable).toBe(5000)
  })
})

test('总支结账，下面各支部一起结', async () => {
  const { app, make } = await openApp({ kind: 'generalBranch' })
  const root = await make.root()
  const branch = (await app.organizations.found({ parentId: root, kind: 'branch', name: '甲支部' })).id
  await app.dues.choosePractice({
    organizationId: root,
    fromMonth: '2026-01',
    rounding: { unit: 'fen', mode: 'half' },
    adjust: 'onChange',
    items: [],
  })
  const memberId = await make.member({}, { organizationId: branch })
  await app.dues.setBases({ bases: [{ memberId, fromMonth: '2026-01', kind: 'salary', base: 300000 }] })
  const collect = () =>
    app.dues.collect({
      paidOn: '2026-05-10',
      method: 'cash',
      collector: '王芳',
      receipts: true,
      payments: [{ memberId, months: [{ month: '2026-05', amount: 1500 }] }],
    })
  await app.dues.close({ organizationId: root, through: '2026-05' })
  await expect(collect()).rejects.toThrow('已经结账')
  await app.dues.reopen({ organizationId: root, from: '2026-05', reason: '漏收' })
  await collect()
})

test('上缴超过那天的结余被拦下，说出只有多少；已上缴之后撤销那笔收入，也被拦下', async () => {
  const { app, first, collect, organizationId } = await open()
  await collect(first, { '2026-06': 1500 }, { receipts: false })
  const paid = (await app.history.latest({})).undo!.id
  const remit = (amount: number, day = '2026-06-15') =>
    app.dues.recordMovement({
      organizationId,
      kind: 'remitted',
      day,
      summary: '上缴',
      amount,
      fromMonth: '2026-06',
      toMonth: '2026-06',
    })
  await expect(remit(1501)).rejects.toThrow('2026-06-15 账上只有 15.00 元，不够上缴 15.01 元。')
  // 收在 6 月 1 日，不能前一天就缴了
  await expect(remit(1, '2026-05-31')).rejects.toThrow('2026-05-31 账上只有 0.00 元，不够上缴 0.01 元。')
  await remit(1000)
  await expect(app.history.undo({ operationId: paid })).rejects.toThrow('结余会成负数')
  // 6 月 1 日下拨 8 元，15 日又缴出 10 元，还剩 3 元：2 日缴 5 元，那天够，15 日就不够了
  await app.dues.recordMovement({ organizationId, kind: 'allocated', day: '2026-06-01', summary: '下拨', amount: 800, approver: '李明' })
  await remit(1000)
  await expect(remit(500, '2026-06-02')).rejects.toThrow('2026-06-15 账上只有 3.00 元，不够上缴 5.00 元（日期写的是 2026-06-02')
  await remit(300, '2026-06-02')
})

test('公示表只有总数：没有人名、收入与证件号，各行与账相符', async () => {
  const { app, first, second, collect, scope } = await open()
  await collect(first, { '2026-06': 1500 })
  await collect(second, { '2026-06': 205000 })
  await app.dues.recordMovement({
    organizationId: scope.organizationId,
    kind: 'remitted',
    day: '2026-06-15',
    summary: '上缴',
    amount: 1300,
    fromMonth: '2026-06',
    toMonth: '2026-06',
  })
  const rows = await app.dues.posted(scope)
  const amountOf = (item: string) => rows.find((row) => row.item.startsWith(item))?.amount
  expect([amountOf('本年收缴'), amountOf('上缴'), amountOf('结余'), amountOf('大额党费')]).toEqual([6500, 1300, 5200, 200000])
  for (const { name } of await app.members.list({ organizationId: scope.organizationId })) expect(JSON.stringify(rows)).not.toContain(name)
})
