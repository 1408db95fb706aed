import { Button } from 'antd'
import { useState } from 'react'
import type { MemberRow } from '../../shared/members/contract.ts'
import { AmendAllDialog } from './AmendAllDialog.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'

interface BatchBarProps {
  people: readonly MemberRow[]
  onClear: () => void
  /** 恰好选了两份时可以合并。 */
  onMerge: () => void
}

/** 勾选了几个人之后能一起做的事；每样都是一步，一起撤销。 */
export function BatchBar({ people, onClear, onMerge }: BatchBarProps) {
  const [open, setOpen] = useState<'group' | 'move' | 'amend'>()
  const close = () => setOpen(undefined)
  return (
    <div className="picked-bar" role="status">
      已选 {people.length} 人
      <Button size="small" onClick={() => setOpen('group')}>
        编入党小组
      </Button>
      <Button size="small" onClick={() => setOpen('move')}>
        调整支部
      </Button>
      <Button size="small" onClick={() => setOpen('amend')}>
        修改一项
      </Button>
      {people.length === 2 && (
        <Button size="small" onClick={onMerge}>
          合并这两份
        </Button>
      )}
      <Button size="small" type="link" onClick={onClear}>
        取消选择
      </Button>
      {(open === 'group' || open === 'move') && <ChangeDialog change={open} people={people} onClose={close} />}
      {open === 'amend' && <AmendAllDialog people={people} onClose={close} />}
    </div>
  )
}
