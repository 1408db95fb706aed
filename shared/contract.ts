import type { z } from 'zod'
import { applicants } from './applicants/contract.ts'
import { appraisal } from './appraisal/contract.ts'
import { attachments } from './attachments/contract.ts'
import { attendance } from './attendance/contract.ts'
import { awards } from './awards/contract.ts'
import { circumstances } from './circumstances/contract.ts'
import { decisions } from './decisions/contract.ts'
import { documents } from './documents/contract.ts'
import { drafts } from './drafts/contract.ts'
import { dues } from './dues/contract.ts'
import { fields } from './fields/contract.ts'
import { files } from './files/contract.ts'
import { finances } from './finances/contract.ts'
import { history } from './history/contract.ts'
import { imports } from './imports/contract.ts'
import { jobs } from './jobs/contract.ts'
import type { Given, Gives, Procedure } from './kit/procedure.ts'
import type { Reply } from './kit/refusal.ts'
import { meetings } from './meetings/contract.ts'
import { members } from './members/contract.ts'
import { organizations } from './organizations/contract.ts'
import { outlines } from './outlines/contract.ts'
import { particulars } from './particulars/contract.ts'
import { rectification } from './rectification/contract.ts'
import { talks } from './talks/contract.ts'
import { votes } from './votes/contract.ts'

/** 全部过程：界面、导入、控制台与测试都只走这里。 */
export const contract = {
  organizations,
  members,
  applicants,
  fields,
  awards,
  circumstances,
  meetings,
  attendance,
  dues,
  finances,
  attachments,
  votes,
  outlines,
  decisions,
  particulars,
  rectification,
  talks,
  appraisal,
  history,
  imports,
  documents,
  files,
  drafts,
  jobs,
}

export type Contract = typeof contract
export type Room = keyof Contract
/** 'members.list' 这样的路径。 */
export type Path = { [R in Room]: `${R}.${Extract<keyof Contract[R], string>}` }[Room]
export type ProcedureAt<P extends Path> = P extends `${infer R extends Room}.${infer K}`
  ? K extends keyof Contract[R]
    ? Contract[R][K]
    : never
  : never

/** 唯一的通道：Electron、浏览器、控制台、测试各有一种送法；`of` 是问的人站着的那本台账的路径。 */
export type Send = (path: string, input: unknown, of?: string) => Promise<Reply>

/** 浏览器里，页面站在哪本台账上写在这个头里。 */
export const STANDING = 'x-ledger'

export type Client = {
  [R in Room]: { [K in keyof Contract[R]]: Contract[R][K] extends Procedure ? Ask<Contract[R][K]> : never }
}
/** 一个可以调用的过程，带着自己的路径（给缓存作键）。 */
export interface Ask<P extends Procedure> {
  (input: Given<P>): Promise<Gives<P>>
  readonly path: string
  readonly procedure: P
}

/** 路径所指的过程；没有为 undefined。例：procedureAt('members.list')?.kind → 'query'；procedureAt('constructor.name') → undefined */
export const procedureAt = (path: string): Procedure | undefined => {
  const [room, name, ...rest] = path.split('.')
  if (!room || !name || rest.length > 0 || !Object.hasOwn(contract, room)) return undefined
  const procedures: Record<string, Procedure> = contract[room as Room]
  return Object.hasOwn(procedures, name) ? procedures[name] : undefined
}

/** 台账的来源：以 LedgerScope 取数、给出一列行的查询。 */
export type RowsAt<P extends Path> = z.output<ProcedureAt<P>['output']> extends (infer Row)[] ? Row : never
