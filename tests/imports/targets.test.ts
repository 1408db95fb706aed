import { expect, test } from 'vitest'
import { targets } from '../../main/imports/targets.ts'
import { incoming } from '../../shared/imports/incoming.ts'
import { ledgers } from '../../shared/ledgers.ts'

test('说自己能导入的台账，都说了怎样录入；没有说的一本也不能导入', () => {
  const importable = [...ledgers, ...incoming].filter((ledger) => ledger.importable).map(({ id }) => id)
  expect(targets.map(({ ledger }) => ledger.id).sort()).toEqual(importable.sort())
})
