import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import type { ApplicantRow, Stage } from '../../shared/applicants/contract.ts'
import { app } from '../app.ts'
import { useAct } from '../kit/ask.ts'
import { useKeys } from '../kit/keys.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import { AmendDialog } from './AmendDialog.tsx'
import { EndDialog } from './EndDialog.tsx'
import { MoveDialog, useOtherBranches } from './MoveDialog.tsx'
import { type Reaching, StepDialog } from './StepDialog.tsx'
import { isUnderWay } from './use-development.ts'

type Open = 'amend' | 'move' | 'end' | 'accept' | Reaching

/** 走到这一步的人，下一步按哪个按钮。 */
const nextOf: Record<Stage, { open: Open; verb: string } | undefined> = {
  applicant: { open: 'activist', verb: '列为积极分子' },
  activist: { open: 'candidate', verb: '列为发展对象' },
  candidate: { open: 'accept', verb: '接收为预备党员' },
  accepted: undefined,
  ended: undefined,
}

/** 对一名申请人能做的事：下一步、修改（E）、终止、删除误录。 */
export function ApplicantActions({ person, onRemoved }: { person: ApplicantRow; onRemoved: () => void }) {
  const [open, setOpen] = useState<Open>()
  const resume = useAct(app.applicants.resume)
  const remove = useAct(app.applicants.remove)
  const elsewhere = useOtherBranches(person).length > 0
  const close = () => setOpen(undefined)
  useKeys({ e: () => setOpen('amend') }, { enabled: open === undefined })
  const { id, memberId, stage } = person
  const next = nextOf[stage]
  return (
    <>
      {next && (
        <Button type="primary" size="small" onClick={() => setOpen(next.open)}>
          {next.verb}
        </Button>
      )}
      {stage === 'ended' && (
        <Button type="primary" size="small" loading={resume.busy} onClick={() => void resume.run({ id })}>
          恢复培养
        </Button>
      )}
      {memberId !== null && (
        <Button size="small" onClick={() => navigate(`/members/${memberId}`)}>
          看党员页
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('amend')} title="E">
        修改
      </Button>
      {stage !== 'accepted' && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...(elsewhere ? [{ key: 'move', label: '换支部…', onClick: () => setOpen('move') }] : []),
              ...(isUnderWay(person) ? [{ key: 'end', label: '终止发展…', onClick: () => setOpen('end') }] : []),
              {
                key: 'remove',
                label: '删除误录',
                danger: true,
                onClick: async () => void ((await remove.run({ id })) && onRemoved()),
              },
            ],
          }}
        >
          <Button size="small">更多 ▾</Button>
        </Dropdown>
      )}
      {open === 'amend' && <AmendDialog person={person} onClose={close} />}
      {open === 'move' && <MoveDialog person={person} onClose={close} />}
      {open === 'end' && <EndDialog person={person} onClose={close} />}
      {open === 'accept' && <AcceptDialog person={person} onClose={close} />}
      {(open === 'activist' || open === 'candidate') && <StepDialog reaching={open} person={person} onClose={close} />}
    </>
  )
}
