import { App } from 'antd'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { lay } from './keys.ts'

interface Question {
  title: string
  content?: ReactNode
  /** 按钮上的动词，如“删除”“撤销”。 */
  verb: string
  danger?: boolean
  /** 不做的那个按钮，默认“取消”。 */
  otherwise?: string
}

/**
 * 问一句再做。只用在不能撤销、或会丢掉没保存的内容的地方；能撤销的直接做。
 * 一次只问一句：手快连点几下，等的是同一个回答；问着的时候页面翻走了（浏览器的后退），算“不”。
 * @example const confirm = useConfirm(); if (await confirm({ title: '放弃没有保存的内容？', verb: '放弃', danger: true })) close()
 */
export function useConfirm() {
  const { modal } = App.useApp()
  const asking = useRef<{ answer: Promise<boolean>; stay: () => void }>(undefined)
  useEffect(() => () => asking.current?.stay(), [])
  return useCallback(
    (question: Question): Promise<boolean> => {
      if (asking.current) return asking.current.answer
      const { promise: answer, resolve } = Promise.withResolvers<boolean>()
      let shut = () => {}
      const settle = (agreed: boolean) => {
        shut()
        asking.current = undefined
        resolve(agreed)
      }
      const stay = () => settle(false)
      // 晚一拍再开：开它的那一下 Esc 不能又把它关上
      const opening = setTimeout(() => {
        const lift = lay({ keys: () => ({ Escape: stay }), modal: true })
        const dialog = modal.confirm({
          title: question.title,
          content: question.content,
          okText: question.verb,
          cancelText: question.otherwise ?? '取消',
          okButtonProps: { danger: question.danger ?? false },
          autoFocusButton: question.danger ? 'cancel' : 'ok',
          icon: null,
          keyboard: false,
          onOk: () => settle(true),
          onCancel: stay,
        })
        shut = () => {
          lift()
          dialog.destroy()
        }
      })
      shut = () => clearTimeout(opening)
      asking.current = { answer, stay }
      return answer
    },
    [modal],
  )
}
