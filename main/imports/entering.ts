import { inTurn } from '../core/in-turn.ts'
import type { Job } from '../core/jobs.ts'

const DOING = '正在录入'

/** 一次录入的，数不出第几项时只说在录入。 */
export const sayEntering = (job: Pick<Job, 'progress'>): void => job.progress(null, DOING)

/** 一项一项录入，录到第几项就说到第几项。例：for (const entry of entering(job, entries)) await post(entry) */
export const entering = <T>(job: Pick<Job, 'progress'>, items: readonly T[]): Generator<T> => inTurn(job, items, DOING)
