import type { Reply } from '../../shared/kit/refusal.ts'

/** 一段里最多几行。 */
const ROWS = 250

/**
 * 一个答复的 JSON，长的名单分成几段，一段一段地交出去：几千行不必先拼成一整串。
 * @example [...inPieces({ ok: true, value: [1, 2] })].join('') //=> '{"ok":true,"value":[1,2]}'
 */
export function* inPieces(reply: Reply): Generator<string> {
  if (!reply.ok || !Array.isArray(reply.value) || reply.value.length <= ROWS) return yield JSON.stringify(reply)
  const { value: rows, ...rest } = reply
  yield `${JSON.stringify(rest).slice(0, -1)},"value":[`
  for (let at = 0; at < rows.length; at += ROWS) yield `${at > 0 ? ',' : ''}${JSON.stringify(rows.slice(at, at + ROWS)).slice(1, -1)}`
  yield ']}'
}
