import { positions } from '../arguments.ts'
import { openLedger, type Verb } from '../context.ts'

export const check: Verb = async (context, rest) => {
  const [file] = positions(rest, 'FILE')
  await openLedger(context, file)
  const result = await context.app.files.check({})
  return { value: result, lines: [...(result.ok ? ['完好，没有发现问题。'] : result.findings), ...result.notes], failed: !result.ok }
}
