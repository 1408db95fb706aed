import { Button, Modal } from 'antd'
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { Refusal } from '../../shared/kit/refusal.ts'
import { useConfirm } from './confirm.tsx'
import { useKeys } from './keys.ts'
import { RefusalNote } from './RefusalNote.tsx'
import { useReturnFocus } from './return-focus.ts'

interface DialogProps {
  title: string
  /** 主按钮上的动词。 */
  verb: string
  /** 另一个按钮，默认“取消”。 */
  otherwise?: string
  onSave: () => void
  onClose: () => void
  /** 有没保存的内容：Esc、取消时先问一句。 */
  dirty: boolean
  busy?: boolean
  disabled?: boolean
  refusal?: Refusal | undefined
  width?: number
  extra?: ReactNode
  children: ReactNode
}

/**
 * 小表单的对话框：Ctrl+Enter / Ctrl+S 存，只有一格要打字的按 Enter 就存，Esc 关（有改动先问），说“不”的句子就在按钮旁。
 * 打开时光标在头一格，关上回到原来的地方。窗口矮、内容长时只滚中间，按钮总看得见。
 */
export function Dialog({
  title,
  verb,
  otherwise = '取消',
  onSave,
  onClose,
  dirty,
  busy,
  disabled,
  refusal,
  width = 480,
  extra,
  children,
}: DialogProps) {
  const confirm = useConfirm()
  useReturnFocus()
  const save = () => {
    if (!busy && !disabled) onSave()
  }
  const close = async () => {
    if (!dirty || (await confirm({ title: '放弃没有保存的内容？', verb: '放弃', otherwise: '继续填写', danger: true }))) onClose()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented) return
    if (!isOnlyTextBox(event.target, event.currentTarget)) return
    event.preventDefault()
    save()
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
          <Button onClick={close}>{otherwise}</Button>
          <Button type="primary" onClick={save} loading={busy ?? false} disabled={disabled ?? false} title="Ctrl+Enter">
            {verb}
          </Button>
        </div>
      }
    >
      <Body onKeyDown={onKeyDown}>{children}</Body>
    </Modal>
  )
}

/**
 * 对话框里的表单：窗口接进页面之后才画里面的格子，要光标的那一格（autoFocus）才拿得到它。
 * 一画出来就放光标，不等开窗的动画：手快的人接着就打字。
 */
function Body({ onKeyDown, children }: { onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void; children: ReactNode }) {
  const form = useRef<HTMLDivElement>(null)
  const [placed, setPlaced] = useState(false)
  useLayoutEffect(() => {
    if (placed) return focusFirst(form.current)
    if (form.current?.isConnected) return setPlaced(true)
    // 套在别的对话框里的，下一帧才接上
    const frame = requestAnimationFrame(() => setPlaced(true))
    return () => cancelAnimationFrame(frame)
  }, [placed])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: 只听里面那一格的 Enter
    <div ref={form} onKeyDown={onKeyDown} className="dialog-body">
      {placed && children}
    </div>
  )
}

/** 没有哪一格自己要光标时，放进头一格。 */
function focusFirst(form: HTMLElement | null) {
  if (form?.contains(document.activeElement)) return
  form?.querySelector<HTMLElement>('input:enabled:not([type=hidden]), textarea:enabled, select:enabled')?.focus()
}

/** 整个表单只有这一格要打字；要选的（下拉、日历）和多行的不算在内也不当它。 */
function isOnlyTextBox(target: EventTarget, form: HTMLElement): boolean {
  const boxes = [...form.querySelectorAll<HTMLElement>('input:not([type=checkbox], [type=radio]), textarea, select')]
  return boxes.length === 1 && boxes[0] === target && target instanceof HTMLInputElement && target.role !== 'combobox'
}
