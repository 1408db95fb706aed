import { applicantsRefusals } from './applicants/refusals.ts'
import { appraisalRefusals } from './appraisal/refusals.ts'
import { attachmentsRefusals } from './attachments/refusals.ts'
import { attendanceRefusals } from './attendance/refusals.ts'
import { awardsRefusals } from './awards/refusals.ts'
import { circumstancesRefusals } from './circumstances/refusals.ts'
import { coreRefusals } from './core/refusals.ts'
import { decisionsRefusals } from './decisions/refusals.ts'
import { documentsRefusals } from './documents/refusals.ts'
import { duesRefusals } from './dues/refusals.ts'
import { fieldsRefusals } from './fields/refusals.ts'
import { filesRefusals } from './files/refusals.ts'
import { financesRefusals } from './finances/refusals.ts'
import { historyRefusals } from './history/refusals.ts'
import { importsRefusals } from './imports/refusals.ts'
import type { Refusal } from './kit/refusal.ts'
import { meetingsRefusals } from './meetings/refusals.ts'
import { membersRefusals } from './members/refusals.ts'
import { organizationsRefusals } from './organizations/refusals.ts'
import { outlinesRefusals } from './outlines/refusals.ts'
import { particularsRefusals } from './particulars/refusals.ts'
import { rectificationRefusals } from './rectification/refusals.ts'
import { talksRefusals } from './talks/refusals.ts'
import { votesRefusals } from './votes/refusals.ts'

/** 每个代码、它的数据与它的句子是同一处声明。 */
export const sentences = {
  ...coreRefusals,
  ...filesRefusals,
  ...historyRefusals,
  ...organizationsRefusals,
  ...membersRefusals,
  ...applicantsRefusals,
  ...fieldsRefusals,
  ...awardsRefusals,
  ...circumstancesRefusals,
  ...meetingsRefusals,
  ...attendanceRefusals,
  ...attachmentsRefusals,
  ...duesRefusals,
  ...votesRefusals,
  ...outlinesRefusals,
  ...decisionsRefusals,
  ...financesRefusals,
  ...particularsRefusals,
  ...rectificationRefusals,
  ...talksRefusals,
  ...appraisalRefusals,
  ...importsRefusals,
  ...documentsRefusals,
}

export type Code = keyof typeof sentences
/** 该代码的句子所需的数据；不需要数据的代码省略。 */
type DataOf<C extends Code> = Parameters<(typeof sentences)[C]>

/** 例：refusal('members.notFound', { id: 7 })。代码或数据写错不能编译。 */
export const refusal = <C extends Code>(code: C, ...data: DataOf<C>): Refusal => ({ code, data: data[0] ?? {} })

/** 一句中文：怎么了、下一步怎么办。 */
export const explain = (refused: Refusal): string => {
  const sentence = (sentences as Record<string, ((data: unknown) => string) | undefined>)[refused.code]
  return sentence ? sentence(refused.data) : `不能这样做（${refused.code}）。`
}
