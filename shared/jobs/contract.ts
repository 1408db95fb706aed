import { z } from 'zod'
import { task } from '../kit/procedure.ts'

export const JobState = z.object({
  job: z.string(),
  title: z.string(),
  /** 0..1；不知道总量时为空。 */
  fraction: z.number().nullable(),
  /** 正在做什么，一句话。 */
  doing: z.string(),
})
export type JobState = z.infer<typeof JobState>

export const jobs = {
  /** 正在进行的任务。 */
  state: task('查看进度', {}, z.array(JobState)),
  cancel: task('取消任务', { of: z.string().max(64) }, z.object({ cancelled: z.boolean() })),
}
