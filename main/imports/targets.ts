import { applicantsTarget } from '../applicants/import.ts'
import { pastAttendanceTarget } from '../attendance/import.ts'
import { duesTarget } from '../dues/import.ts'
import { financesTarget } from '../finances/import.ts'
import { pastMeetingsTarget } from '../meetings/import.ts'
import { membersTarget } from '../members/import.ts'
import type { Target } from './target.ts'

/** 能导入的台账；一行一个房间的。 */
export const targets: readonly Target[] = [
  membersTarget as Target,
  applicantsTarget as Target,
  pastMeetingsTarget as Target,
  pastAttendanceTarget as Target,
  financesTarget as Target,
  duesTarget as Target,
]
