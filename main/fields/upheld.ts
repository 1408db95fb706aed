import type { Reader } from '../core/services.ts'
import { described } from './repository.ts'

/** 有人选着、而字段里没有的说法，一个一句（“修改字段”时不许去掉的）。 */
export async function optionsMissing(db: Reader): Promise<string[]> {
  const choices = (await described(db)).filter(({ kind }) => kind === 'choice')
  if (choices.length === 0) return []
  const held = await db
    .selectFrom('customValue')
    .select(['fieldId', 'value'])
    .where(
      'fieldId',
      'in',
      choices.map(({ id }) => id),
    )
    .distinct()
    .execute()
  return choices.flatMap(({ id, name, options }) =>
    held
      .filter(({ fieldId, value }) => fieldId === id && !options.includes(value))
      .map(({ value }) => `“${name}”后来有人选了“${value}”，改回去就没有这个说法了`),
  )
}
