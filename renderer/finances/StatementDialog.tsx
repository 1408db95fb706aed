import { Input } from 'antd'
import { useMemo } from 'react'
import type { Account } from '../../shared/finances/contract.ts'
import { showFen, sumOf } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { DraftNote } from '../kit/DraftNote.tsx'
import { Field } from '../kit/Field.tsx'
import { say } from '../kit/say.ts'
import { useDialogForm } from '../kit/use-dialog-form.ts'
import { statementLines } from './statement-lines.ts'

/** 粘贴网银导出的对账单。 */
export function StatementDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { form, set, dirty, note, close } = useDialogForm(`finances.enterBankLines/${account.id}`, { text: '' }, onClose)
  const { text } = form
  const { lines, unread } = useMemo(() => statementLines(text), [text])
  const enter = useAct(app.finances.enterBankLines, { quiet: true })
  const save = async () => {
    const done = await enter.run({ accountId: account.id, lines })
    if (!done) return
    say.done(`录入 ${done.added} 行，自动勾对 ${done.matched} 行`)
    close()
  }
  return (
    <Dialog
      title={`${account.name}对账单`}
      verb={`录入 ${lines.length} 行`}
      onSave={() => void save()}
      onClose={close}
      dirty={dirty}
      busy={enter.busy}
      disabled={lines.length === 0}
      refusal={enter.refusal}
      width={720}
    >
      <DraftNote {...note} />
      <Field label="从网银或 Excel 复制，粘贴在这里" hint="要有日期；金额一列（付出写负数）或收入、支出两列，连表头一起复制">
        {(id) => <Input.TextArea id={id} autoFocus rows={8} value={text} onChange={(event) => set({ text: event.target.value })} />}
      </Field>
      {text !== '' && (
        <p role="status">
          读出 {lines.length} 行，收入 {showFen(sumOf(lines.map(({ amount }) => Math.max(0, amount))))}，支出{' '}
          {showFen(sumOf(lines.map(({ amount }) => Math.max(0, -amount))))}
          {unread > 0 && `；另有 ${unread} 行没有日期或金额，不录入`}。
        </p>
      )}
    </Dialog>
  )
}
