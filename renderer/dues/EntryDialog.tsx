import { Button, Modal } from 'antd'
import type { FundRow } from '../../shared/dues/fund.ts'
import { yuan } from '../../shared/kit/money.ts'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { useKeys } from '../kit/keys.ts'

interface EntryDialogProps {
  row: FundRow
  onReverse: () => void
  onClose: () => void
}

/** 一笔收支：写了什么，票据放在这里；记错了从这里冲销。 */
export function EntryDialog({ row, onReverse, onClose }: EntryDialogProps) {
  useKeys({ Escape: onClose }, { modal: true })
  const amount = row.income ?? row.expense ?? row.large ?? 0
  const facts = [
    ['金额', yuan(Math.abs(amount))],
    ['日期', row.day],
    ['所属期间', row.period],
    ['用途', row.purpose],
    ['集体研究会议', row.meeting],
    ['对方单位', row.counterparty],
    ['缴款凭证号', row.slipNo],
    ['收据号', row.receiptNo],
    ['经手人', row.handler],
    ['审批人', row.approver],
    ['票据张数', row.papers ? String(row.papers) : ''],
  ].filter(([, value]) => value !== '')
  return (
    <Modal
      open
      title={`第 ${row.number} 号 ${row.what}：${row.summary}`}
      width={760}
      onCancel={onClose}
      keyboard={false}
      destroyOnHidden
      footer={
        <>
          {row.reversed ? <span className="hint">已冲销，或本身是冲销。</span> : <Button onClick={onReverse}>冲销</Button>}
          <Button onClick={onClose}>关闭</Button>
        </>
      }
    >
      <p className="dues-lead">{facts.map(([label, value]) => `${label} ${value}`).join('　')}</p>
      <AttachmentsPanel
        owner="duesMovement"
        ownerId={row.movementId ?? 0}
        archived={false}
        slots={[{ kind: 'material', label: '放票据', hint: '缴款单、发票、收据的照片或 PDF' }]}
        empty="还没有票据。拖进来，或按“放票据”。"
      />
    </Modal>
  )
}
