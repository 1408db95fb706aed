import { kindOf } from '../../../shared/organizations/words.ts'
import { needed, positions } from '../arguments.ts'
import { ledgerPath, type Verb } from '../context.ts'
import { UsageError } from '../usage.ts'

export const newLedger: Verb = async ({ app, flags }, rest) => {
  const [file] = positions(rest, 'FILE')
  const name = needed(flags.name, '--name')
  const kind = kindOf(flags.kind)
  if (!kind || kind === 'group') throw new UsageError(`没有“${flags.kind}”这种组织。`)
  const opened = await app.files.create({ name, kind, path: ledgerPath(file), actor: { name: flags.actor, post: '' } })
  return { value: { path: opened.path, title: opened.title }, lines: [`已新建：${opened.path}`] }
}
