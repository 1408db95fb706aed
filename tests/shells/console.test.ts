import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const program = join(import.meta.dirname, '../../main/console/index.ts')
const folder = mkdtempSync(join(tmpdir(), '台账 🙂 空格-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** 真的起一个进程，像别人的脚本那样用。 */
function ledger(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ZHIBU_TAIZHANG_HOME: join(folder, 'home'), npm_lifecycle_event: '' },
    timeout: 60_000,
  })
  return { status, stdout, stderr, json: <T>() => JSON.parse(stdout) as T }
}

const roster = [
  '春晖支部党员花名册,,,,',
  '姓名,性别,出生日期,入党时间,联系电话',
  '顾小满,女,1990-03-05,2015.7,13900000001',
  '祝成蹊,男,1988年11月,2012/6/30,13900000002',
  ',男,1970-13-40,,',
].join('\n')
const file = '春晖 支部🙂.taizhang'
const sheet = '花名册 🙂.csv'

beforeAll(() => {
  writeFileSync(join(folder, sheet), roster)
  expect(ledger('new', file, '--name', '春晖支部', '--kind', '流动党员党支部').status).toBe(0)
})

describe('用法', () => {
  test('没有动作、--help 都给出中文用法与例子', () => {
    expect(ledger().stdout).toContain('npm run ledger -- new')
    const help = ledger('--help')
    expect(help.status).toBe(0)
    expect(help.stdout).toContain('退出码')
  })

  test.each([
    [['fly', file], '没有“fly”这个动作'],
    [['check'], '还缺 FILE'],
    [['check', file, '多余'], '多写了“多余”'],
    [['check', file, '--flag'], '没有“--flag”这个选项'],
    [['new', '二.taizhang'], '请写明 --name'],
    [['new', '二.taizhang', '--name', '二', '--kind', '党校'], '没有“党校”这种组织'],
    [['import', file, sheet], '请写明 --ledger'],
    [['export', file], '请写明 --out'],
    [['export', file, '--out', 'o', '--grade', '绝密'], '没有“绝密”这个级别'],
    [['export', file, '--out', 'o', '--ledger', 'nope'], '没有“nope”这本台账'],
    [['export', file, '--out', 'o', '--format', 'doc'], '没有“doc”这种格式'],
    [['export', file, '--out', 'o', '--year', '去年'], '“去年”不是年份'],
    [['call', file, 'members.find', '{text}'], '不是 JSON'],
  ])('%j 以 2 退出，说出哪里不对', (argv, sentence) => {
    const { status, stdout, stderr } = ledger(...argv)
    expect(stderr).toContain(sentence)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(existsSync(join(folder, '二.taizhang'))).toBe(false)
  })
})

describe('新建与检查', () => {
  test('新建的台账里有这个组织，种类是中文里说的那种', () => {
    const [organization] = ledger('call', file, 'organizations.tree', '{}', '--json').json<{ name: string; kind: string }[]>()
    expect(organization).toMatchObject({ name: '春晖支部', kind: 'floatingBranch' })
  })

  test('同名的不覆盖，以 1 退出，一句话在标准错误里', () => {
    const { status, stdout, stderr } = ledger('new', file, '--name', '春晖支部')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('已经有名为')
  })

  test('完好的台账检查通过；不是台账的、没有的各有一句话', () => {
    const sound = ledger('check', file, '--json')
    expect(sound.status).toBe(0)
    expect(sound.json()).toEqual({ ok: true, findings: [], notes: [] })
    writeFileSync(join(folder, '假.taizhang'), '不是数据库'.repeat(2000))
    expect(ledger('check', '假.taizhang')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('不是支部台账文件') })
    expect(ledger('check', '没有.taizhang')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('找不到文件') })
  })

  test('用完关好：不留锁文件', () => {
    ledger('check', file)
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([])
  })
})

describe('导入', () => {
  test('--dry-run --json 给出约定的形状，行号与 Excel 一致，什么也不写', () => {
    const tried = ledger('import', file, '--ledger', 'members', sheet, '--dry-run', '--json')
    expect(tried.status).toBe(0)
    const { sheets } = tried.json<{
      sheets: {
        name: string
        kind: string
        headerRows: number[]
        columns: object[]
        rows: { row: number; values: Record<string, string>; errors: string[] }[]
      }[]
    }>()
    expect(sheets).toHaveLength(1)
    expect(Object.keys(sheets[0]!).sort()).toEqual(['columns', 'headerRows', 'kind', 'name', 'rows', 'skipped'])
    expect(sheets[0]).toMatchObject({ kind: 'table', headerRows: [2] })
    expect(sheets[0]!.columns[0]).toEqual({ header: '姓名', field: 'name' })
    expect(sheets[0]!.rows[0]).toMatchObject({
      row: 3,
      values: { name: '顾小满', birthDay: '1990-03-05', joinedOn: '2015-07', mobile: '13900000001' },
    })
    expect(sheets[0]!.rows[1]).toMatchObject({ row: 4, values: { birthDay: '1988-11', joinedOn: '2012-06-30' } })
    expect(ledger('call', file, 'members.list', '{"organizationId":1}', '--json').json()).toEqual([])
  })

  test('导入后人数对得上，进度在标准错误里，操作人是 --actor 那位', () => {
    const done = ledger('import', file, '--ledger', 'members', sheet, '--actor', '李明', '--json')
    expect(done.status).toBe(0)
    const { counts } = done.json<{ counts: { in: number; accepted: number; rejected: number; skipped: number; added: number } }>()
    expect(counts.added).toBe(2)
    expect(counts.in).toBe(counts.accepted + counts.rejected + counts.skipped)
    expect(done.stderr).not.toBe('')
    const names = ledger('call', file, 'members.list', '{"organizationId":1}', '--json').json<{ name: string }[]>()
    expect(names.map(({ name }) => name).sort()).toEqual(['祝成蹊', '顾小满'])
    const [last] = ledger('call', file, 'history.list', '{"limit":1}', '--json').json<{ actor: string; title: string }[]>()
    expect(last).toMatchObject({ actor: '李明', title: '导入' })
  })

  test('没有的文件、不是表格的文件、没有的工作表，各有一句话，都以 1 退出', () => {
    writeFileSync(join(folder, '照片.xlsx'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]))
    const refused = (...more: string[]) => ledger('import', file, '--ledger', 'members', ...more)
    expect(refused('没有.xlsx')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('找不到文件') })
    expect(refused('照片.xlsx')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('照片.xlsx') })
    expect(refused(sheet, '--sheet', '第二张')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('第二张') })
  })
})

describe('调用', () => {
  test('命令真的做了；拒绝的在 --json 里有代码和句子', () => {
    expect(
      ledger('call', file, 'organizations.amend', '{"id":1,"name":"春晖联合支部","kind":"jointBranch","foundedOn":null}', '--json').json(),
    ).toEqual({ id: 1 })
    const refused = ledger('call', file, 'members.nope', '{}', '--json')
    expect(refused.status).toBe(1)
    expect(refused.json()).toEqual({ refused: { code: 'core.unknownProcedure', sentence: expect.stringContaining('members.nope') } })
    expect(refused.stderr).toContain('members.nope')
  })
})

describe('导出', () => {
  test('点名的台账存进文件夹，文件夹没有就建；上报级要写用途', () => {
    const out = join(folder, '导出 🙂', '2026')
    const done = ledger('export', file, '--out', out, '--ledger', 'members,register', '--json')
    expect(done.stderr).toContain('1/2')
    expect(done.status).toBe(0)
    const { saved } = done.json<{ saved: { path: string }[] }>()
    expect(saved).toHaveLength(2)
    for (const { path } of saved) expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
    expect(readdirSync(out)).toHaveLength(2)

    const needs = ledger('export', file, '--out', out, '--ledger', 'members', '--grade', '上报')
    expect(needs.status).toBe(1)
    expect(needs.stderr).toContain('请写明用途')
    expect(ledger('export', file, '--out', out, '--ledger', 'members', '--grade', '上报', '--purpose', '年度检查').status).toBe(0)
  })

  test('不点名就连同签到表、会议记录、采集表一起', () => {
    const [organization] = ledger('call', file, 'organizations.tree', '{}', '--json').json<{ id: number }[]>()
    const plan = { organizationId: organization?.id, kinds: ['branchAssembly'], topic: '学习条例', day: '2026-03-05' }
    expect(ledger('call', file, 'meetings.plan', JSON.stringify(plan)).status).toBe(0)
    const out = join(folder, '全部')
    const done = ledger('export', file, '--out', out, '--year', '2026', '--json')
    expect(done.stderr).not.toContain('没有做成')
    const titles = done.json<{ saved: { title: string; path: string }[] }>().saved.map(({ title }) => title)
    expect(titles).toContain('签到表 2026-03-05 学习条例')
    expect(titles.some((title) => title.startsWith('采集表'))).toBe(true)
    expect(titles.filter((title) => title.endsWith('（xlsx）')).length).toBeGreaterThanOrEqual(3)
    expect(readdirSync(out).length).toBe(titles.length)
  })

  test('写不进去的地方说一句话，以 1 退出', () => {
    writeFileSync(join(folder, '挡路'), '')
    const { status, stderr } = ledger('export', file, '--out', join('挡路', '里面'), '--ledger', 'members')
    expect(status).toBe(1)
    expect(stderr).toContain('不能写入')
  })
})

test('演示台账：建得成，检查完好', () => {
  mkdirSync(join(folder, '演示'))
  expect(ledger('demo', join('演示', '演示.taizhang')).status).toBe(0)
  expect(ledger('check', join('演示', '演示.taizhang'), '--json').json()).toEqual({ ok: true, findings: [], notes: [] })
})
