import excel from 'exceljs'
import { expect, test } from 'vitest'
import { openApp } from '../support/open-app.ts'

async function tableOf(bytes: Uint8Array): Promise<unknown[][]> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as never)
  const rows = book.worksheets[0]?.getSheetValues() as unknown[][]
  return rows.slice(3).map((row) => (row ?? []).slice(1))
}

test('导出所见：列、列的次序、行、行的次序都照屏幕；级别里不该出现的照样不出现', async () => {
  const { app, make, desk } = await openApp({ today: '2026-06-15' })
  const { id: fieldId } = await app.fields.add({ name: '爱好', kind: 'text' })
  const one = await make.member({ name: '赵一', mobile: '19900010001', note: '内部的话' })
  const two = await make.member({ name: '钱二', mobile: '19900010002' })
  await make.member({ name: '孙三' })
  await app.members.changeStanding({ id: two, standing: 'movedOut', fromDay: '2026-05-01' })
  await app.fields.fill({ values: [{ memberId: one, fieldId, value: '摄影' }] })
  const wanted = {
    kind: 'view' as const,
    ledger: 'members',
    scope: { organizationId: await make.root(), year: 2026 },
    columns: [`custom-${fieldId}`, 'name', 'note', 'mobile'],
    keys: [two, one],
    format: 'xlsx' as const,
  }
  const seen = async (grade: 'posted' | 'internal' | 'reported') => {
    const made = await app.documents.make({ wanted, grade, purpose: '检查' })
    await app.documents.save({ made: made.made })
    return (await tableOf(desk.saved.at(-1)!.bytes)).slice(0, 3)
  }
  expect(await seen('internal')).toMatchObject([
    ['序号', '爱好', '姓名', '手机号'],
    [1, undefined, '钱二', '199****0002'],
    [2, '摄影', '赵一', '199****0001'],
  ])
  expect((await seen('posted'))[0]).toEqual(['序号', '爱好', '姓名'])
  expect((await seen('reported'))[2]).toEqual([2, '摄影', '赵一', '内部的话', '19900010001'])
  await expect(app.documents.make({ wanted: { ...wanted, columns: ['note'] }, grade: 'posted' })).rejects.toThrow(
    '选的这几列在这个级别里都不出现',
  )
})
