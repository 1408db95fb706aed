import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

const onProbation = { kind: 'penalty', name: '违反组织纪律', penalty: 'onProbation', day: '2026-01-05' } as const

test('留党察看的人，起日起没有表决权，止日起恢复', async () => {
  const { app, make } = await openApp()
  const memberId = await make.member()
  await make.member()
  await app.awards.add({ memberId, facts: { ...onProbation, fromDay: '2026-01-05', untilDay: '2027-01-05' } })
  const silent = (day: string) => app.awards.withoutVote({ day })
  expect(await silent('2026-01-04')).toEqual([])
  expect(await silent('2026-01-05')).toEqual([memberId])
  expect(await silent('2027-01-04')).toEqual([memberId])
  expect(await silent('2027-01-05')).toEqual([])
})

test('处分要选明种类，留党察看要写起止；改成奖励就不再带着', async () => {
  const { app, make } = await openApp()
  const memberId = await make.member()
  const add = (facts: object) => app.awards.add({ memberId, facts: { ...onProbation, ...facts } })
  await expect(add({ penalty: null })).rejects.toThrow('处分要选明是哪一种')
  await expect(add({})).rejects.toThrow('留党察看要写明从哪天到哪天')
  await expect(add({ fromDay: '2026-02-01', untilDay: '2026-01-05' })).rejects.toThrow('止期要晚于起期')
  const { id } = await add({ fromDay: '2026-01-05', untilDay: '2027-01-05' })
  await app.awards.amend({ id, facts: { ...onProbation, kind: 'reward', fromDay: '2026-01-05', untilDay: '2027-01-05' } })
  expect(await app.awards.ofMember({ memberId })).toMatchObject([{ penalty: null, fromDay: null, untilDay: null }])
})

test('处分的行只在上报版的奖惩台账里；公示、内部版说明有几行没有写出来', async () => {
  const { app, make, desk } = await openApp({ today: '2026-06-15' })
  const memberId = await make.member({ name: '甲同志' })
  await app.awards.add({ memberId, facts: { ...onProbation, penalty: 'warning' } })
  await app.awards.add({ memberId, facts: { kind: 'reward', name: '优秀共产党员', day: '2026-03' } })
  const wanted = { kind: 'ledger', ledger: 'awards', scope: { organizationId: await make.root(), year: 2026 }, format: 'xlsx' } as const
  const textOf = async (grade: 'posted' | 'internal' | 'reported') => {
    const made = await app.documents.make({ wanted, grade, purpose: '检查' })
    await app.documents.save({ made: made.made })
    return { notes: made.notes.join(), text: await sheetText(desk.saved.at(-1)!.bytes) }
  }
  for (const grade of ['posted', 'internal'] as const) {
    const { notes, text } = await textOf(grade)
    expect(notes).toContain('有 1 行（困难、处分）只在上报版里')
    expect(text).toContain('优秀共产党员')
    expect(text).not.toMatch(/违反组织纪律|警告|处分/)
  }
  expect((await textOf('reported')).text).toMatch(/违反组织纪律/)
})

async function sheetText(bytes: Uint8Array): Promise<string> {
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never)
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()))
}
