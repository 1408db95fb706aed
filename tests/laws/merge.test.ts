import { expect, test } from 'vitest'
import { bareConnection } from '../../main/core/connect.ts'
import { mergeRules } from '../../main/members/merge-rules.ts'
import { openApp } from '../support/open-app.ts'

test('指着党员的每一列，合并两份记录时都有规矩；规矩里没有多余的', async () => {
  const { path } = await openApp()
  const db = bareConnection(path)
  const columns = db
    .prepare(
      `select t.name || '.' || f."from" from pragma_table_list as t join pragma_foreign_key_list(t.name) as f
       where t.schema = 'main' and t.type = 'table' and f."table" = 'member'`,
    )
    .pluck()
    .all() as string[]
  db.close()
  expect(Object.keys(mergeRules).toSorted(), '新表在 main/members/merge-rules.ts 里加一行').toEqual(columns.toSorted())
})
