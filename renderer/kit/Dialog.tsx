import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Refusal } from '../../shared/kit/refusal.ts'
import { useConfirm } from './confirm.tsx'
import { useKeys } from './keys.ts'
import { RefusalNote } from './RefusalNote.tsx'

interface DialogProps {
  title: string
  /** 主按钮上的动词。 */
  verb: string
  onSave: () => void
  onClose: () => void
  /** 有没保存的内容：Esc、取消时先问一句。 */
  dirty?: boolean
  busy?: boolean
  disabled?: boolean
  refusal?: Refusal | undefined
  width?: number
  extra?: ReactNode
  children: ReactNode
}

/** 小表单的对话框：Ctrl+Enter / Ctrl+S 存，Esc 关（有改动先问），说“不”的句子就在按钮旁。 */
export function Dialog({ title, verb, onSave, onClose, dirty, busy, disabled, refusal, width = 480, extra, children }: DialogProps) {
  const confirm = useConfirm()
  const save = () => {
    if (!busy && !disabled) onSave()
  }
  const close = async () => {
    if (!dirty || (await confirm({ title: '放弃没有保存的内容？', verb: '放弃', otherwise: '继续填写', danger: true }))) onClose()
  }
  useKeys({ Escape: close, 'ctrl+Enter': save, 'ctrl+s': save }, { modal: true })
  return (
    <Modal
      open
      title={title}
      width={width}
      onCancel={close}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <div className="dialog-foot">
          <RefusalNote refusal={refusal} />
          {extra}
          <Button onClick={close}>取消</Button>
          <Button type="primary" onClick={save} loading={busy ?? false} disabled={disabled ?? false} title="Ctrl+Enter">
            {verb}
          </Button>
        </div>
      }
    >
      {children}
    </Modal>
  )
}
