import { existsSync } from 'node:fs'
import type { Client } from '../../shared/contract.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import type { Organization } from '../../shared/organizations/contract.ts'
import { refusal } from '../../shared/refusals.ts'
import type { Core } from '../core/core.ts'
import { type Flags, fromHere } from './arguments.ts'

/** 一个动作手边的东西。 */
export interface Context {
  core: Core
  app: Client
  flags: Flags
  /** 进行到哪里，写到标准错误。 */
  say(line: string): void
  /** 之后做好的文件存到这里。 */
  saveInto(folder: string): void
}

/** 动作的结果：给程序看的与给人看的；有做不成的部分时 failed。 */
export interface Outcome {
  value: unknown
  lines: string[]
  failed?: boolean
}

export type Verb = (context: Context, rest: readonly string[]) => Promise<Outcome>

const EXTENSION = '.taizhang'

/** 人写的台账路径；省了 .taizhang 的补上。 */
export function ledgerPath(given: string): string {
  const path = fromHere(given)
  return path.toLowerCase().endsWith(EXTENSION) || existsSync(path) ? path : path + EXTENSION
}

/** 打开台账；要写的动作以 --actor 那个人的名义。 */
export async function openLedger({ app, core, flags }: Context, file: string, { writes = false } = {}): Promise<void> {
  await app.files.open({ path: ledgerPath(file) })
  if (writes) core.session.actOnceAs({ name: flags.actor, post: '' })
}

/** --branch 点名的组织，默认是最上面的一个。 */
export async function chosenOrganization({ app, flags }: Context): Promise<Organization> {
  const tree = await app.organizations.tree({})
  const found = flags.branch ? tree.find(({ name }) => name === flags.branch) : tree.find(({ parentId }) => parentId === null)
  if (!found) throw new Refused(refusal('organizations.notFound'))
  return found
}
