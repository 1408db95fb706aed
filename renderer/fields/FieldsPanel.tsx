import { Button } from 'antd'
import { useState } from 'react'
import type { CustomField } from '../../shared/fields/contract.ts'
import { fieldKindWords, fieldPrivacyWords } from '../../shared/fields/words.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { useConfirm } from '../kit/confirm.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { FieldDialog } from './FieldDialog.tsx'

/** 自设字段：本单位给名册自己添的项，次序就是台账里的次序。 */
export function FieldsPanel() {
  const fields = useAsk(app.fields.list, {})
  const arrange = useAct(app.fields.arrange)
  const remove = useAct(app.fields.remove)
  const confirm = useConfirm()
  const [open, setOpen] = useState<CustomField | 'new'>()
  const moveUp = (at: number) => {
    const ids = (fields.data ?? []).map(({ id }) => id)
    const [moved] = ids.splice(at, 1)
    if (moved !== undefined) ids.splice(at - 1, 0, moved)
    void arrange.run({ ids })
  }
  const drop = async ({ id, name, holders }: CustomField) => {
    const agreed =
      holders === 0 ||
      (await confirm({
        title: `删除“${name}”？`,
        content: `有 ${holders} 人填了它，一并清掉；删除后可以撤销。`,
        verb: '删除',
        danger: true,
      }))
    if (agreed) await remove.run({ id, holders })
  }
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>自设字段</h2>
        <Button onClick={() => setOpen('new')}>新增字段</Button>
      </div>
      {!fields.data ? (
        <Waiting error={fields.error} />
      ) : fields.data.length === 0 ? (
        <Empty sentence="名册里没有的项，可以自己添，如血型、退役军人、民宿名称。添了就能填、能导入、能印进台账。" />
      ) : (
        <table className="kinds">
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">填什么</th>
              <th scope="col">级别</th>
              <th scope="col">已填</th>
              <th scope="col">
                <span className="sr-only">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.data.map((field, at) => (
              <tr key={field.id}>
                <td>{field.name}</td>
                <td title={field.options.join('、')}>
                  {fieldKindWords[field.kind]}
                  {field.options.length > 0 && <span className="hint"> {field.options.length} 个说法</span>}
                </td>
                <td>{fieldPrivacyWords[field.privacy]}</td>
                <td>{field.holders} 人</td>
                <td className="field-tools">
                  <Button size="small" type="text" aria-label={`上移 ${field.name}`} disabled={at === 0} onClick={() => moveUp(at)}>
                    ↑
                  </Button>
                  <Button size="small" aria-label={`修改 ${field.name}`} onClick={() => setOpen(field)}>
                    修改
                  </Button>
                  <Button size="small" danger aria-label={`删除 ${field.name}`} onClick={() => void drop(field)}>
                    删除
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && <FieldDialog field={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}
