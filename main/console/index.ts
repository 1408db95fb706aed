import { createClient } from '../../shared/client.ts'
import { Refused } from '../../shared/kit/refusal.ts'
import { explain } from '../../shared/refusals.ts'
import { createCore } from '../core/core.ts'
import { nodePorts } from '../shell/node-ports.ts'
import { readArguments } from './arguments.ts'
import type { Context, Outcome, Verb } from './context.ts'
import { consoleDesk } from './desk.ts'
import { reportProgress } from './progress.ts'
import { UsageError, usage } from './usage.ts'
import { call } from './verbs/call.ts'
import { check } from './verbs/check.ts'
import { demo } from './verbs/demo.ts'
import { exportAll } from './verbs/export.ts'
import { importSheet } from './verbs/import.ts'
import { newLedger } from './verbs/new.ts'

const verbs: Record<string, Verb> = { new: newLedger, import: importSheet, export: exportAll, check, call, demo }

const say = (line: string) => console.error(line)

/** 一条命令从头到尾；给出退出码：0 做好了，1 没有做，2 用法不对。 */
async function run(argv: string[]): Promise<number> {
  const { verb: name, rest, flags } = readArguments(argv)
  if (flags.help || name === undefined) {
    console.log(usage)
    return flags.help ? 0 : 2
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) throw new UsageError(`没有“${name}”这个动作。`)
  const outcome = await withCore(verb, rest, flags)
  console.log(flags.json ? JSON.stringify(outcome.value) : outcome.lines.join('\n'))
  return outcome.failed ? 1 : 0
}

async function withCore(verb: Verb, rest: readonly string[], flags: Context['flags']): Promise<Outcome> {
  let folder = process.cwd()
  const core = createCore(nodePorts(consoleDesk(() => folder)))
  const quiet = reportProgress(core.jobs, say)
  try {
    const saveInto = (chosen: string) => {
      folder = chosen
    }
    return await verb({ core, app: createClient(core.call), flags, say, saveInto }, rest)
  } finally {
    quiet()
    await core.close()
  }
}

async function main(): Promise<number> {
  const argv = process.argv.slice(2)
  try {
    return await run(argv)
  } catch (error) {
    if (error instanceof UsageError) {
      say(`${error.message}\n\n${usage}`)
      return 2
    }
    if (!(error instanceof Refused)) throw error
    const sentence = explain(error.refusal)
    if (argv.includes('--json')) console.log(JSON.stringify({ refused: { code: error.refusal.code, sentence } }))
    say(sentence)
    return 1
  }
}

process.exitCode = await main()
