import { useCallback, useState } from 'react'
import { useDraftedForm } from './use-draft.ts'

/**
 * 对话框里的一张表单：随打随存成草稿，断电、崩溃后再打开接着填；`close` 关上它，存成了或放弃了的草稿一并丢掉。
 * `key` 说清填的是什么（在哪里新填，或改哪一条），两张表单的草稿不会混；改一条已有的，写 `amending`：
 * 那一条后来变了，就不自动接着填，先问一句。
 * @example const { form, set, dirty, note, close } = useDialogForm(`awards.amend/${award.id}`, formOf(award), onClose, { amending: true })
 */
export function useDialogForm<T extends object>(
  key: string,
  blank: T | (() => T),
  onClose: () => void,
  options: { amending?: boolean } = {},
) {
  const [opened] = useState(blank)
  const initial = !options.amending ? opened : typeof blank === 'function' ? blank() : blank
  const { form, setForm, dirty, touched, note, discard } = useDraftedForm(key, initial, options)
  const set = useCallback((part: Partial<T>) => setForm((now) => ({ ...now, ...part })), [setForm])
  const close = () => {
    if (touched) discard()
    onClose()
  }
  return { form, set, setForm, initial, dirty, note, close }
}
