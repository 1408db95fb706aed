import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CONSOLE } from '../../shared/files/words.ts'
import { UsageError } from './usage.ts'

const options = {
  actor: { type: 'string', default: CONSOLE },
  branch: { type: 'string' },
  choose: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean', default: false },
  overwrite: { type: 'boolean', default: false },
  format: { type: 'string' },
  grade: { type: 'string', default: '内部' },
  help: { type: 'boolean', short: 'h', default: false },
  json: { type: 'boolean', default: false },
  kind: { type: 'string', default: '党支部' },
  ledger: { type: 'string' },
  name: { type: 'string' },
  out: { type: 'string' },
  purpose: { type: 'string', default: '' },
  sheet: { type: 'string' },
  year: { type: 'string' },
} as const

export type Flags = ReturnType<typeof parse>['values']

const parse = (argv: string[]) => parseArgs({ args: argv, options, allowPositionals: true })

/** 读出来的命令行：动作、其余的位置参数、选项。 */
export interface Arguments {
  verb: string | undefined
  rest: string[]
  flags: Flags
}

/**
 * @example readArguments(['check', 'a.taizhang', '--json']) //=> { verb: 'check', rest: ['a.taizhang'], flags: { json: true, … } }
 * @throws UsageError 有不认得的选项
 */
export function readArguments(argv: string[]): Arguments {
  try {
    const { values, positionals } = parse(argv)
    const [verb, ...rest] = positionals
    return { verb, rest, flags: values }
  } catch (error) {
    throw new UsageError(unknownOption((error as Error).message))
  }
}

const unknownOption = (message: string) => {
  const option = /'(-[^']*?)(?: <value>)?'/.exec(message)?.[1] ?? ''
  return message.includes('Unknown option') ? `没有“${option}”这个选项。` : `选项“${option}”写得不对。`
}

/** 位置参数正好要这些，一个不多一个不少。例：positions(['a'], 'FILE', 'SHEETFILE') 抛 UsageError('还缺 SHEETFILE。') */
export function positions<const N extends readonly string[]>(rest: readonly string[], ...names: N): { [K in keyof N]: string } {
  const missing = names[rest.length]
  if (missing) throw new UsageError(`还缺 ${missing}。`)
  if (rest.length > names.length) throw new UsageError(`多写了“${rest[names.length]}”。`)
  return rest as unknown as { [K in keyof N]: string }
}

export const needed = (value: string | undefined, flag: string): string => {
  if (!value) throw new UsageError(`请写明 ${flag}。`)
  return value
}

/** npm run 会把当前文件夹换成项目的，人写的路径从他所在的文件夹算起。 */
export const fromHere = (path: string): string => {
  const here = process.env.npm_lifecycle_event === 'ledger' ? process.env.INIT_CWD : undefined
  return isAbsolute(path) ? path : resolve(here ?? process.cwd(), path)
}
