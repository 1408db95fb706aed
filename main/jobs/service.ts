import type { Service } from '../core/services.ts'

export const jobsService: Service<'jobs'> = {
  // 查看进度本身也是一件任务，不列进自己的清单。
  state: ({ jobs, job }) => jobs.running().filter((running) => running.job !== job.id),
  cancel: ({ jobs }, { of }) => ({ cancelled: jobs.cancel(of) }),
}
