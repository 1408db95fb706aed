import { Button, Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import type { MeetingKind, MeetingPage } from '../../shared/meetings/contract.ts'
import { audienceOf } from '../../shared/meetings/rules.ts'
import { app } from '../app.ts'
import { AttendanceStep } from '../attendance/AttendanceStep.tsx'
import { MeetingSpending } from '../finances/MeetingSpending.tsx'
import { useAct, useAsk } from '../kit/ask.ts'
import { useConfirm } from '../kit/confirm.tsx'
import { useKeys } from '../kit/keys.ts'
import { Screen } from '../kit/Screen.tsx'
import { say } from '../kit/say.ts'
import { Waiting } from '../kit/Waiting.tsx'
import { ParticularsStep } from '../particulars/ParticularsStep.tsx'
import { useWhere } from '../shell/where.ts'
import { ArchiveStep } from './ArchiveStep.tsx'
import { AttachmentsStep } from './AttachmentsStep.tsx'
import { DecisionsStep } from './DecisionsStep.tsx'
import { MeetingHead } from './MeetingHead.tsx'
import { MinutesStep } from './MinutesStep.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { PlanStep } from './PlanStep.tsx'
import { copyOf } from './plan-form.ts'
import { SignInStep } from './SignInStep.tsx'
import { StatusMark } from './StatusMark.tsx'
import { StepList } from './StepList.tsx'
import { firstStep, nameOfStep, type Step, stepsOf } from './steps.ts'
import { useMinutes } from './use-minutes.ts'
import { VoidDialog } from './VoidDialog.tsx'
import './meetings.css'

/** 一次会议，从筹备到归档都在这一页。 */
export default function MeetingScreen() {
  const id = Number(useParams<{ id: string }>().id)
  const page = useAsk(app.meetings.page, { id })
  const sheet = useAsk(app.attendance.sheet, { meetingId: id })
  const kinds = useAsk(app.meetings.kinds, {})
  if (!page.data || !sheet.data || !kinds.data) return <Waiting error={page.error ?? sheet.error ?? kinds.error} />
  return <OneMeeting key={id} page={page.data} sheet={sheet.data} kinds={kinds.data} />
}

interface OneMeetingProps {
  page: MeetingPage
  sheet: readonly AttendanceRow[]
  kinds: readonly MeetingKind[]
}

function OneMeeting({ page, sheet, kinds }: OneMeetingProps) {
  const { meeting } = page
  const { today, setOrganization } = useWhere()
  const [, go] = useLocation()
  const confirm = useConfirm()
  const [step, setStep] = useState<Step>(() => firstStep(page, today))
  const minutes = useMinutes(page)
  const place = useRef<HTMLDivElement>(null)
  // 换了一步、归了档，按过的按钮没了：焦点接到这一步上
  // biome-ignore lint/correctness/useExhaustiveDependencies: 只在换步、换状态时
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [step, meeting.status])
  /** 用键盘换一步：焦点在哪里都跟过去。 */
  const walk = (to: Step) => {
    if (to !== step && document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setStep(to)
  }
  const reopen = useAct(app.meetings.reopen)
  const unvoid = useAct(app.meetings.unvoid)
  const [voiding, setVoiding] = useState(false)
  const [copying, setCopying] = useState(false)
  const voided = meeting.voidedReason !== null
  const remove = useAct(app.meetings.remove)
  const back = () => go('/meetings')
  /** 正在打字时 Esc 先离开输入框，再按才回列表。 */
  const leave = () => {
    const here = document.activeElement
    if (here instanceof HTMLElement && here.matches('input, textarea')) here.blur()
    else back()
  }
  const writing = step === 'minutes' || step === 'decisions'

  useKeys({
    Escape: leave,
    e: () => walk('plan'),
    ...(writing ? { 'ctrl+s': () => void minutes.save() } : {}),
    ...Object.fromEntries(stepsOf(meeting.kinds).map(({ step: one }, index) => [`alt+${index + 1}`, () => walk(one)])),
  })

  /** 到这个支部的民主评议去；年度照顶上选的。 */
  const toAppraisal = () => {
    setOrganization(meeting.organizationId)
    go('/appraisal')
  }
  const backToPlanning = async () => {
    if (await reopen.run({ id: meeting.id })) {
      say.done('已退回筹备，出勤还在')
      setStep('attendance')
    }
  }
  const strike = async () => {
    const sure = await confirm({
      title: `删除“${meeting.topic}”？`,
      content: '连同出勤、会议记录与决议一起删除。删错了，可以在底下的操作记录里撤销。',
      verb: '删除会议',
      danger: true,
    })
    if (sure && (await remove.run({ id: meeting.id }))) back()
  }
  const more = [
    { key: 'copy', label: '复制这次会议', onClick: () => setCopying(true) },
    ...(meeting.kinds.includes('appraisal') ? [{ key: 'appraisal', label: '民主评议计票', onClick: toAppraisal }] : []),
    ...(voided ? [{ key: 'unvoid', label: '取消作废', onClick: () => void unvoid.run({ id: meeting.id }) }] : []),
    ...(meeting.status !== 'planned' && !voided ? [{ key: 'void', label: '作废会议', danger: true, onClick: () => setVoiding(true) }] : []),
    ...(meeting.status === 'held' && !voided ? [{ key: 'reopen', label: '退回筹备', onClick: () => void backToPlanning() }] : []),
    ...(meeting.status !== 'planned' ? [] : [{ key: 'remove', label: '删除会议', danger: true, onClick: () => void strike() }]),
  ]

  return (
    <Screen
      title={meeting.topic}
      fill
      before={
        <Button onClick={back} title="Esc" aria-label="回到会议活动">
          ‹ 会议活动
        </Button>
      }
      tools={
        <>
          <StatusMark status={meeting.status} backfilled={meeting.backfilled} voided={voided} />
          <Dropdown trigger={['click']} menu={{ items: more }}>
            <Button aria-haspopup="menu">更多 ▾</Button>
          </Dropdown>
        </>
      }
    >
      {voided && (
        <p className="meeting-voided" role="status">
          已作废：{meeting.voidedReason}。记录只能查看，不计入任何次数；要恢复，在“更多”里取消作废。
        </p>
      )}
      <MeetingHead meeting={meeting}>{!voided && <MeetingSpending meeting={meeting} />}</MeetingHead>
      <div className="meeting">
        <StepList page={page} step={step} onStep={setStep} unsaved={minutes.dirty} />
        {/* biome-ignore lint/a11y/useSemanticElements: 一步里有几张表单，自己不是表单 */}
        <div className="meeting-step" ref={place} tabIndex={-1} role="group" aria-label={nameOfStep(step)}>
          {step === 'plan' && <PlanStep page={page} kinds={kinds} />}
          {step === 'signIn' && <SignInStep meeting={meeting} />}
          {step === 'attendance' && (
            <AttendanceStep
              meeting={meeting}
              sheet={sheet}
              chosen={audienceOf(meeting.kinds, kinds) === 'chosen'}
              onHeld={() => setStep('minutes')}
              onAmend={() => setStep('archive')}
            />
          )}
          {step === 'minutes' && <MinutesStep page={page} sheet={sheet} minutes={minutes} />}
          {step === 'particulars' && (
            <ParticularsStep
              meeting={meeting}
              sheet={sheet}
              readOnly={meeting.status === 'archived' || voided}
              onAmend={() => setStep('archive')}
            />
          )}
          {step === 'decisions' && <DecisionsStep meeting={meeting} minutes={minutes} readOnly={meeting.status === 'archived' || voided} />}
          {step === 'attachments' && <AttachmentsStep meeting={meeting} />}
          {step === 'archive' && <ArchiveStep page={page} sheet={sheet} minutes={minutes} onStep={setStep} />}
        </div>
      </div>
      {copying && (
        <PlanDialog kinds={kinds} copied={copyOf(page)} onClose={() => setCopying(false)} onPlanned={(id) => go(`/meetings/${id}`)} />
      )}
      {voiding && <VoidDialog id={meeting.id} onClose={() => setVoiding(false)} />}
    </Screen>
  )
}
