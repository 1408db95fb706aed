import {
  keepPreviousData,
  type Query,
  QueryCache,
  QueryClient,
  type UseQueryResult,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Ask } from '../../shared/contract.ts'
import type { JobState } from '../../shared/jobs/contract.ts'
import type { Given, Gives, Procedure } from '../../shared/kit/procedure.ts'
import { type Refusal, Refused } from '../../shared/kit/refusal.ts'
import type { Id } from '../../shared/kit/values.ts'
import { explain } from '../../shared/refusals.ts'
import { app } from '../app.ts'
import { say } from './say.ts'

/** 软件说没有这一条了（别处删了、撤销了）：上一份答案也不留着看。没有问成的（后台没应答）不算。 */
const drop = (error: Error, query: Query<unknown, unknown>) => {
  if (error instanceof Refused && !error.refusal.code.startsWith('core.')) query.setState({ data: undefined })
}

/** 离线也照常取数（networkMode always），失败不重试：答案就在本机。 */
export const createDesk = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: drop }),
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, staleTime: 60_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  })

/** 任何失败的一句话；不是我们写的（浏览器自己的英文）不拿给人看。 */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof Refused) return explain(error.refusal)
  return error instanceof Error && /[\u3400-\u9fff]/.test(error.message) ? error.message : '这一步没有做成，请再试一次。'
}

/** 一次“说不”的句子；没送到核心的失败自带句子。 */
export const explainHere = (refusal: Refusal): string =>
  refusal.code === 'screen.failed' ? String(refusal.data.sentence) : explain(refusal)

interface AskOptions {
  enabled?: boolean
  /** 新答案到来之前先留着上一份（边打字边搜时不闪）。 */
  keep?: boolean
}

/**
 * 问一个查询；任何命令做完都会重新问。
 * @example const people = useAsk(app.members.list, { organizationId, text }, { keep: true })
 */
export function useAsk<P extends Procedure>(ask: Ask<P>, input: Given<P>, options: AskOptions = {}): UseQueryResult<Gives<P>, Error> {
  return useQuery<Gives<P>, Error>({
    queryKey: [ask.path, input],
    queryFn: () => ask(input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
  })
}

/** 点开的那一条现在的样子，别处改了跟着变；不在名单里了（筛掉了、删了）就照点开时的。 */
export const nowOf = <R extends { id: Id }>(opened: R, rows: readonly R[] = []): R => rows.find(({ id }) => id === opened.id) ?? opened

/** 还没有谁要，先问起来；答案留在手边。问不成为 undefined，也不说，等要的时候再问。 */
export const askAhead = <P extends Procedure>(desk: QueryClient, ask: Ask<P>, input: Given<P>): Promise<Gives<P> | undefined> =>
  desk.fetchQuery<Gives<P>>({ queryKey: [ask.path, input], queryFn: () => ask(input) }).catch(() => undefined)

/** 手边的答案，不去问；还没有为 undefined。 */
export const answerAtHand = <P extends Procedure>(desk: QueryClient, ask: Ask<P>, input: Given<P>): Gives<P> | undefined =>
  desk.getQueryData<Gives<P>>([ask.path, input])

let before: Promise<unknown> = Promise.resolve()

/** 一个答完再问下一个，别的事插得进来；轮到时已经没人要的，不问了。 */
const inTurn = <T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> => {
  const mine = before.then(() => {
    signal.throwIfAborted()
    return ask()
  })
  before = mine.catch(() => undefined)
  return mine
}

/**
 * 同一个查询问好几次，一个一个地问，答案的次序照问的次序。
 * @example const [first] = useAskEach(app.meetings.listByYear, [2025, 2026].map((year) => ({ organizationId, year })))
 */
export const useAskEach = <P extends Procedure>(ask: Ask<P>, inputs: readonly Given<P>[]): UseQueryResult<Gives<P>, Error>[] =>
  useQueries({
    queries: inputs.map((input) => ({ queryKey: [ask.path, input], queryFn: ({ signal }) => inTurn(() => ask(input), signal) })),
  }) as UseQueryResult<Gives<P>, Error>[]

const acts = new Set<Promise<unknown>>()

/** 算作手上的一件事，做完为止。 */
export function inHand<T>(act: Promise<T>): Promise<T> {
  acts.add(act)
  const done = () => void acts.delete(act)
  act.then(done, done)
  return act
}

/** 手上的事都做完，眼前的答案也换新了。 */
export async function actsDone(): Promise<void> {
  while (acts.size > 0) await Promise.allSettled([...acts])
}

interface ActOptions {
  /** 不弹出提示：旁边自有 RefusalNote。 */
  quiet?: boolean
  /** 只读不写的事（预览、检查、读外来的表）：做完不重新问。 */
  unchanging?: boolean
}

/**
 * 做一条命令。成功：返回答复，所有查询重新问；软件说“不”：refusal 有值并说出那句话，返回 undefined。
 * 一样的一件还在做（手快连点了几下、Enter 按了两次）：不再做一遍，返回 undefined。
 * @example const admit = useAct(app.members.admit, { quiet: true }); if (await admit.run(form)) close()
 */
export function useAct<P extends Procedure>(ask: Ask<P>, options: ActOptions = {}) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const { quiet = false, unchanging = false } = options
  const underWay = useRef(new Set<string>())
  const run = useCallback(
    async (input: Given<P>): Promise<Gives<P> | undefined> => {
      const same = JSON.stringify(input)
      if (underWay.current.has(same)) return undefined
      underWay.current.add(same)
      setBusy(true)
      setRefusal(undefined)
      const renewed = async () => {
        const answer = await ask(input)
        await client.invalidateQueries()
        return answer
      }
      try {
        return await (unchanging ? ask(input) : inHand(renewed()))
      } catch (error) {
        setRefusal(refusalOf(error))
        if (!quiet) say.refused(sentenceOf(error))
        return undefined
      } finally {
        underWay.current.delete(same)
        setBusy(false)
      }
    },
    [ask, client, quiet, unchanging],
  )
  const clear = useCallback(() => setRefusal(undefined), [])
  return { run, busy, refusal, clear }
}

const POLL_MS = 300
const SHOW_AFTER_MS = 1000

/**
 * 做一件可能费时的事：自带编号，一秒后还没完就有进度，可以取消。
 * @example const make = useTask(app.documents.make); const made = await make.run({ wanted })
 */
export function useTask<P extends Procedure>(ask: Ask<P>, options: ActOptions = {}) {
  const act = useAct(ask, options)
  const [job, setJob] = useState<string>()
  const [progress, setProgress] = useState<JobState | null>(null)
  const { run: perform } = act
  const run = useCallback(
    async (input: Omit<Given<P>, 'job'>): Promise<Gives<P> | undefined> => {
      const id = crypto.randomUUID()
      setJob(id)
      try {
        return await perform({ ...input, job: id } as Given<P>)
      } finally {
        setJob(undefined)
      }
    },
    [perform],
  )
  useEffect(() => {
    if (!job) {
      setProgress(null)
      return
    }
    const since = Date.now()
    const timer = setInterval(async () => {
      if (Date.now() - since < SHOW_AFTER_MS) return
      const states = await app.jobs.state({}).catch(() => [])
      setProgress((now) => states.find((state) => state.job === job) ?? now)
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [job])
  const current = useRef(job)
  current.current = job
  const cancel = useCallback(async () => {
    if (current.current) await app.jobs.cancel({ of: current.current }).catch(() => undefined)
  }, [])
  return { run, busy: act.busy, progress, cancel, refusal: act.refusal, clear: act.clear }
}

/** 失败也照“说不”的样子给界面；不是核心说的，就带着自己的句子。 */
const refusalOf = (error: unknown): Refusal =>
  error instanceof Refused ? error.refusal : { code: 'screen.failed', data: { sentence: sentenceOf(error) } }
