import type { Generated } from 'kysely'

interface Beside {
  id: Generated<number>
  uid: string
  meetingId: number
}

export interface LectureTable extends Beside {
  title: string
  lecturer: string
  lecturerPost: string
  halfHours: number
  outline: string
  note: string
}
export interface ThemeDayTable extends Beside {
  reading: string
  highlights: string
  shortcomings: string
}
export interface OrgLifeTable extends Beside {
  theme: string
  study: string
  talkPairs: number
  talkTimes: number
}

interface Listed extends Beside {
  ordinal: number
}

export interface ThemeDayPartTable extends Listed {
  text: string
}
export interface OpinionSourceTable extends Listed {
  source: string
  count: number
}
export interface SelfExaminationTable extends Listed {
  speaker: string
  text: string
}
export interface CriticismTable extends Listed {
  critic: string
  criticised: string
  text: string
}
