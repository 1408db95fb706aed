import { expect, test } from 'vitest'
import { columnsOf, type Ledger } from '../../shared/ledger/define.ts'
import { ledgerNamed } from '../../shared/ledgers.ts'
import { openApp } from '../support/open-app.ts'

const members = ledgerNamed('members') as Ledger

test('上报的党员信息台账导进另一本空台账，每个人的每一项都一样', async () => {
  const [from, to] = [await openApp(), await openApp()]
  const root = await from.make.root()
  const { id: groupId } = await from.app.organizations.found({ parentId: root, kind: 'group', name: '第一党小组' })
  await to.app.organizations.found({ parentId: await to.make.root(), kind: 'group', name: '第一党小组' })
  await from.make.member(
    {
      name: '阿依古丽·买买提',
      idNumber: '99900119800101007X',
      gender: 'female',
      ethnicity: '维吾尔族',
      birthDay: '1980-01-01',
      education: '大学本科',
      mobile: '13800005678',
      phone: '0000-88886666',
      address: '某某省某某市某某区幸福路8号',
      employer: '=某某公司，@经理',
      note: '_x0041_\n第二行',
      honours: '-1+2',
      duesPaidThrough: '2026-05',
      floating: true,
      floatingTo: '某某市',
    },
    { groupId },
  )
  await from.make.member({ name: '赵小满', birthDay: '1975-03', joinedOn: '1999-07', fullMemberOn: '2000-07', nativePlace: '00123' })
  await from.make.member({ name: '钱大有', fullMemberOn: null }, { category: 'probationary' })

  const made = await from.app.documents.make({
    wanted: { kind: 'ledger', ledger: 'members', scope: { organizationId: root, year: 2026 }, format: 'xlsx' },
    grade: 'reported',
    purpose: '转接',
  })
  await from.app.documents.save({ made: made.made })
  const file = to.core.bytes.hold({ name: made.name, bytes: from.desk.saved[0]?.bytes ?? new Uint8Array() })
  const target = { ledger: 'members', organizationId: await to.make.root() }
  const { reading, sheets } = await to.app.imports.read({ file, target })
  const [sheet] = sheets
  expect(sheet).toMatchObject({ kind: 'table', headerRows: [3] })
  // 序号与算出来的列不导入，其余每列都认得
  const left = [
    '序号',
    ...columnsOf(members)
      .filter(({ column }) => column.derived)
      .map(({ column }) => column.label),
  ]
  expect(sheet?.columns.filter(({ field }) => field === null).map(({ header }) => header)).toEqual(left)
  const { counts, rejected } = await to.app.imports.apply({ reading, target, parts: [{ sheet: sheet?.name ?? '', adjustments: {} }] })
  expect(rejected).toEqual([])
  expect(counts).toMatchObject({ accepted: 3, added: 3, rejected: 0 })

  const rowsOf = async ({ app, make }: typeof from) =>
    (await app.members.roster({ organizationId: await make.root(), year: 2026 })).map((row) =>
      Object.fromEntries(columnsOf(members).map(({ field }) => [field, (row as Record<string, unknown>)[field]])),
    )
  expect(await rowsOf(to)).toEqual(await rowsOf(from))
})
