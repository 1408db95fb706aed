import type { Generated } from 'kysely'
import type { Audience, MeetingStatus, Period } from '../../shared/meetings/contract.ts'

export interface MeetingTable {
  id: Generated<number>
  uid: string
  organizationId: number
  groupId: number | null
  topic: string
  day: string
  startsAt: string | null
  endsAt: string | null
  place: string
  host: string
  recorder: string
  status: Generated<MeetingStatus>
  recordedAt: string | null
  expectedCount: number | null
}

export interface OwnKindTable {
  id: Generated<number>
  uid: string
  name: string
  audience: Audience
  period: Period
  times: number
}

export interface MeetingVoidingTable {
  id: Generated<number>
  uid: string
  meetingId: number
  reason: string
  at: string
  actor: string
}

interface Listed {
  id: Generated<number>
  uid: string
  meetingId: number
  ordinal: number
}

export interface MeetingKindTable extends Listed {
  code: string
}
export interface AgendaItemTable extends Listed {
  text: string
}
export interface SpeechTable extends Listed {
  agendaNo: number | null
  speaker: string
  text: string
}
export interface DecisionTable extends Listed {
  text: string
  responsible: string
  due: string | null
}
export interface CorrectionTable extends Listed {
  at: string
  actor: string
  text: string
}
