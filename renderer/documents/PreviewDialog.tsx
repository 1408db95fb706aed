import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Grade } from '../../shared/documents/contract.ts'
import { isGraded } from '../../shared/documents/rules.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { useKeys } from '../kit/keys.ts'
import { useReturnFocus } from '../kit/return-focus.ts'
import { GradeRow } from './GradeRow.tsx'
import { PaperActions } from './PaperActions.tsx'
import { PaperView } from './PaperView.tsx'
import { usePaper } from './use-paper.ts'
import { isPageless, type WantedGiven } from './wanted.ts'
import './documents.css'

interface PreviewDialogProps {
  label: string
  wanted: WantedGiven
  /** 这一份还能选的，如同时做 PDF。 */
  choices?: ReactNode
  /** 保存或送去打印之后。 */
  onDelivered?: () => void
  onClose: () => void
}

/** 预览一份文书：选级别，看到的就是要保存的那些字节，再保存或打印。 */
export function PreviewDialog({ label, wanted, choices, onDelivered, onClose }: PreviewDialogProps) {
  const [grade, setGrade] = useState<Grade>('internal')
  const [purpose, setPurpose] = useState('')
  const [stated, setStated] = useState('')
  const graded = isGraded(wanted)
  const ready = grade !== 'reported' || stated !== ''
  const state = usePaper(ready ? { wanted, grade, purpose: grade === 'reported' ? stated : '' } : null)
  const facts = useRowCount(wanted)
  const settle = () => setStated(purpose.trim())
  useReturnFocus()
  useKeys({ Escape: onClose }, { modal: true })
  return (
    <Modal
      open
      title={`${label}预览`}
      width={1080}
      style={{ top: 24 }}
      styles={{ body: { height: isPageless(wanted) ? 360 : 'calc(100vh - 190px)', display: 'flex', flexDirection: 'column', gap: 8 } }}
      onCancel={onClose}
      keyboard={false}
      destroyOnHidden
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <PaperActions paper={state.paper} busy={state.busy} {...(onDelivered ? { onDelivered } : {})} />
        </>
      }
    >
      {graded && (
        <div className="grade-row">
          <GradeRow
            grade={grade}
            onGrade={(next) => {
              setGrade(next)
              setStated('')
            }}
            purpose={purpose}
            onPurpose={setPurpose}
            onEnter={settle}
          />
          {grade === 'reported' && (
            <Button onClick={settle} disabled={purpose.trim() === '' || purpose.trim() === stated}>
              制作上报版
            </Button>
          )}
        </div>
      )}
      {choices}
      <div style={{ flex: 1, minHeight: 0 }}>
        <PaperView
          state={state}
          label={label}
          facts={facts}
          waiting={ready ? undefined : <p>上报版含完整的证件号和电话。写明用途，再按“制作上报版”。</p>}
        />
      </div>
    </Modal>
  )
}

/** 台账工作簿有多少行，来自架子。 */
function useRowCount(wanted: WantedGiven): { name: string; value: string }[] {
  const ledger = wanted.kind === 'ledger' ? wanted : undefined
  const shelf = useAsk(
    app.documents.shelf,
    { ...(ledger?.scope ?? { organizationId: 1, year: 2000 }), only: ledger ? [ledger.ledger] : [] },
    { enabled: ledger?.format === 'xlsx' },
  )
  const [row] = shelf.data ?? []
  if (wanted.kind === 'view') return [{ name: '行数', value: `${wanted.keys.length} 行` }]
  return row ? [{ name: '行数', value: `${row.rows} 行` }] : []
}
