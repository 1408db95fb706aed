import { isPresent } from '../../shared/meetings/rules.ts'
import { categoryWords } from '../../shared/members/words.ts'
import type { MatterKind, Roll } from '../../shared/votes/contract.ts'
import { matterOf } from '../../shared/votes/rules.ts'
import { expectedOn } from '../attendance/expected.ts'
import { occasionOf, sheetOf } from '../attendance/sheet.ts'
import type { Reader } from '../core/services.ts'
import type { StoredMeeting } from '../meetings/repository.ts'
import { votingRules } from '../rules/packs.ts'

/**
 * 这次会议这类事项谁有表决权、谁到了。没有表决权的（预备党员等）留下名字和原因。
 * 来源：选举工作条例第五条；支部工作条例（试行）第十一条。
 */
export async function rollOf(db: Reader, meeting: StoredMeeting, kind: MatterKind): Promise<Roll> {
  const occasion = await occasionOf(db, meeting)
  const sheet = (await sheetOf(db, meeting)).filter((row) => row.expected)
  const committee = matterOf(votingRules(), kind).audience === 'committee' && occasion.audience !== 'committee'
  const chosen = committee ? await expectedOn(db, { ...occasion, audience: 'committee' }) : null
  const listed = chosen === null ? sheet : sheet.filter(({ memberId }) => chosen.has(memberId))
  const voters = listed.filter(({ category }) => category === categoryWords.formal)
  const names = (rows: typeof listed) => rows.map(({ name }) => name)
  return {
    eligible: names(voters),
    present: names(voters.filter(({ state }) => isPresent(state))),
    online: names(voters.filter(({ state }) => state === 'online')),
    without: listed.filter((row) => !voters.includes(row)).map(({ name, category }) => ({ name, why: category || '人员类别不详' })),
  }
}
