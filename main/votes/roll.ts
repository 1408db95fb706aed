import type { AttendanceRow } from '../../shared/attendance/contract.ts'
import { isPresent } from '../../shared/meetings/rules.ts'
import { categoryWords } from '../../shared/members/words.ts'
import type { MatterKind, Roll } from '../../shared/votes/contract.ts'
import { matterOf } from '../../shared/votes/rules.ts'
import { candidates, occasionOf } from '../attendance/expected.ts'
import { sheetOf } from '../attendance/sheet.ts'
import type { Reader } from '../core/services.ts'
import type { StoredMeeting } from '../meetings/repository.ts'
import { votingRules } from '../rules/packs.ts'

const whyWithout = ({ exclusion, category, canVote }: AttendanceRow) =>
  exclusion ? '不计入应到' : canVote ? '' : category === categoryWords.formal ? '党籍不正常' : category || '人员类别不详'

/**
 * 这次会议这类事项谁有表决权、谁到了。没有表决权的（预备党员等）留下名字和原因。
 * 来源：选举工作条例第五条；支部工作条例（试行）第十一条。
 */
export async function rollOf(db: Reader, meeting: StoredMeeting, kind: MatterKind): Promise<Roll> {
  const occasion = await occasionOf(db, meeting)
  const sheet = (await sheetOf(db, meeting)).filter((row) => row.expected || row.exclusion !== null)
  const committee = matterOf(votingRules(), kind).audience === 'committee' && occasion.audience !== 'committee'
  const chosen = committee ? new Set(await candidates(db, { ...occasion, audience: 'committee' })) : null
  const listed = chosen === null ? sheet : sheet.filter(({ memberId }) => chosen.has(memberId))
  const voters = listed.filter((row) => row.canVote && row.exclusion === null)
  const names = (rows: typeof listed) => rows.map(({ name }) => name)
  return {
    eligible: names(voters),
    present: names(voters.filter(({ state }) => isPresent(state))),
    online: names(voters.filter(({ state }) => state === 'online')),
    without: listed.filter((row) => !voters.includes(row)).map((row) => ({ name: row.name, why: whyWithout(row) })),
  }
}
