import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { MemberRow } from '../../shared/members/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { useKeys } from '../kit/keys.ts'
import { say } from '../kit/say.ts'
import { AmendDialog } from './AmendDialog.tsx'
import { type Change, ChangeDialog } from './ChangeDialog.tsx'

/** 对一名党员能做的事：修改（E）、变更、删除误录。 */
export function MemberActions({
  member,
  onStruck,
  size = 'middle',
}: {
  member: MemberRow
  onStruck: () => void
  size?: 'small' | 'middle'
}) {
  const [open, setOpen] = useState<Change | 'amend'>()
  const strike = useAct(app.members.strike)
  const close = () => setOpen(undefined)
  useKeys({ e: () => setOpen('amend') }, { enabled: open === undefined })
  return (
    <>
      <Button type="primary" size={size} onClick={() => setOpen('amend')} title="E">
        修改
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'category', label: '变更人员类别…', onClick: () => setOpen('category') },
            { key: 'group', label: '编入党小组…', onClick: () => setOpen('group') },
            { key: 'move', label: '调整支部…', onClick: () => setOpen('move') },
            { key: 'standing', label: '变更党籍状态…', onClick: () => setOpen('standing') },
            { type: 'divider' },
            {
              key: 'strike',
              label: '删除误录',
              danger: true,
              onClick: async () => {
                if (!(await strike.run({ id: member.id }))) return
                say.done(`已删除 ${member.name}；删错了，按左下角的“撤销”`)
                onStruck()
              },
            },
          ],
        }}
      >
        <Button size={size}>变更 ▾</Button>
      </Dropdown>
      {open === 'amend' && <AmendDialog member={member} onClose={close} />}
      {open && open !== 'amend' && <ChangeDialog change={open} people={[member]} onClose={close} />}
    </>
  )
}
