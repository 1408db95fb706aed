import { Button } from 'antd'
import type { Id } from '../../shared/kit/values.ts'
import { app } from '../app.ts'
import { useTask } from '../kit/ask.ts'
import { say } from '../kit/say.ts'

/** 复制正文：贴到微信是纯文字，贴到 WPS、Word 带小标题。 */
export function CopyRecord({ meetingId }: { meetingId: Id }) {
  const text = useTask(app.documents.text, { unchanging: true })
  const copy = async () => {
    const record = await text.run({ meetingId })
    if (!record) return
    const parts = { 'text/plain': record.text, 'text/html': record.html }
    const blobs = Object.fromEntries(Object.entries(parts).map(([type, words]) => [type, new Blob([words], { type })]))
    try {
      await navigator.clipboard.write([new ClipboardItem(blobs)])
      say.done('正文已复制（内部级：有姓名与请假事由，没有证件号、电话）。发到群里之前请看一眼。')
    } catch {
      say.refused('没有复制成。请点一下这个页面再试，或者“保存”成 PDF。')
    }
  }
  return (
    <Button loading={text.busy} onClick={() => void copy()}>
      复制正文
    </Button>
  )
}
