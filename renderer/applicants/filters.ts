import type { ApplicantRow, Stage } from '../../shared/applicants/contract.ts'
import { isUnderWay } from './use-development.ts'

export interface Filters {
  text: string
  /** underWay 还在发展中（默认）；all 全部；或一步。 */
  stage: 'underWay' | 'all' | Stage
  /** 只看要核对的。 */
  doubtful: boolean
}

export const noFilters: Filters = { text: '', stage: 'underWay', doubtful: false }

/** 打的字说的是他：姓名、拼音、首字母、电话、身份证后四位。 */
export const isCalled = ({ name, pinyin, initials, mobile, idNumber }: ApplicantRow, text: string) =>
  text === '' ||
  name.includes(text) ||
  [pinyin, initials, mobile ?? ''].some((key) => key.startsWith(text.toLowerCase())) ||
  (text.length >= 4 && (idNumber ?? '').toUpperCase().endsWith(text.toUpperCase()))

/** 名单里照筛选留下的；isDoubtful 说哪些人有提醒。 */
export const filtered = (
  rows: readonly ApplicantRow[],
  { text, stage, doubtful }: Filters,
  isDoubtful: (row: ApplicantRow) => boolean,
): ApplicantRow[] =>
  rows.filter(
    (row) =>
      (stage === 'all' || (stage === 'underWay' ? isUnderWay(row) : row.stage === stage)) &&
      isCalled(row, text.trim()) &&
      (!doubtful || isDoubtful(row)),
  )
