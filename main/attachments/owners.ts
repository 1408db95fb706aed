import type { Owner, OwnerKind } from '../../shared/attachments/contract.ts'
import { ownerWords } from '../../shared/attachments/words.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader } from '../core/services.ts'
import { findMovement } from '../dues/fund.ts'
import * as finances from '../finances/repository.ts'
import * as meetings from '../meetings/repository.ts'
import * as members from '../members/repository.ts'

/** 附件挂着的东西：在操作记录里怎样称呼，是不是已归档。 */
export interface OwnerState {
  subject: string
  archived: boolean
}

/** 每种主人怎样找到；没有这一个为 undefined。新房间在这里添一行。 */
const finders: Record<OwnerKind, (db: Reader, id: number) => Promise<OwnerState | undefined>> = {
  async meeting(db, id) {
    const found = await meetings.find(db, id)
    return found && { subject: found.topic, archived: found.status === 'archived' }
  },
  async duesMovement(db, id) {
    const found = await findMovement(db, id)
    return found && { subject: `第 ${found.number} 号 ${found.summary}`, archived: false }
  },
  async member(db, id) {
    const found = await members.find(db, id)
    return found && { subject: found.name, archived: false }
  },
  /** 结了账的凭证也还能补发票：不影响账目。 */
  async voucher(db, id) {
    const found = await finances.findVoucher(db, id)
    return found && { subject: found.summary, archived: false }
  },
}

/** @throws Refused attachments.noOwner */
export const ownerOf = async (db: Reader, { owner, ownerId }: Owner): Promise<OwnerState> =>
  (await finders[owner](db, ownerId)) ?? refuse('attachments.noOwner', { what: ownerWords[owner] })
