import { positions } from '../arguments.ts'
import { ledgerPath, type Verb } from '../context.ts'

export const demo: Verb = async ({ app }, rest) => {
  const [file] = positions(rest, 'FILE')
  const opened = await app.files.createDemo({ path: ledgerPath(file) })
  return { value: { path: opened.path, title: opened.title }, lines: [`已建好演示台账：${opened.path}`] }
}
