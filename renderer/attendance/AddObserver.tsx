import { Select } from 'antd'
import { useState } from 'react'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Field } from '../kit/Field.tsx'

interface AddObserverProps {
  here: readonly AttendanceRow[]
  onAdd: (ids: readonly Id[]) => void
  onClose: () => void
}

/** 添加列席：台账里的任何一名党员，不在应到名单里的。 */
export function AddObserver({ here, onAdd, onClose }: AddObserverProps) {
  const [text, setText] = useState('')
  const [ids, setIds] = useState<Id[]>([])
  const found = useAsk(app.members.find, { text, limit: 50 }, { keep: true })
  const listed = new Set(here.map((row) => row.memberId))
  const options = (found.data ?? [])
    .filter(({ id }) => !listed.has(id))
    .map(({ id, name, aside, branchName }) => ({ value: id, label: `${name}（${[branchName, aside].filter(Boolean).join('，')}）` }))
  return (
    <Dialog title="添加列席" verb="记为列席" dirty={ids.length > 0} disabled={ids.length === 0} onSave={() => onAdd(ids)} onClose={onClose}>
      <Field label="列席人员" hint="打姓名或拼音首字母找人，可以选几名。应到名单里的人不用在这里加；不在名册里的来宾用“来宾”。">
        {(id, note) => (
          <Select
            id={id}
            aria-describedby={note}
            mode="multiple"
            autoFocus
            style={{ width: '100%' }}
            value={ids}
            onChange={setIds}
            showSearch={{ filterOption: false, onSearch: setText }}
            options={options}
            notFoundContent={text ? '没有找到，或已在应到名单里' : '打姓名或首字母'}
          />
        )}
      </Field>
    </Dialog>
  )
}
