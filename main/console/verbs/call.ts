import { procedureAt } from '../../../shared/contract.ts'
import { Refused } from '../../../shared/kit/refusal.ts'
import { positions } from '../arguments.ts'
import { openLedger, type Verb } from '../context.ts'
import { UsageError } from '../usage.ts'

export const call: Verb = async (context, rest) => {
  const [file, path, text] = positions(rest.length === 2 ? [...rest, '{}'] : rest, 'FILE', 'room.procedure', 'JSON')
  await openLedger(context, file, { writes: procedureAt(path)?.kind === 'command' })
  const reply = await context.core.call(path, parsed(text))
  if (!reply.ok) throw new Refused(reply.refusal)
  return { value: reply.value, lines: [JSON.stringify(reply.value, null, 2)] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`“${text}”不是 JSON。`)
  }
}
