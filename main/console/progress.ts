import type { Jobs } from '../core/jobs.ts'

/** 每 0.3 秒看一次正在做的事，变了才说；返回停下的函数。例：“读取表格 40% 第 2 张表” */
export function reportProgress(jobs: Pick<Jobs, 'running'>, say: (line: string) => void): () => void {
  let last = ''
  const timer = setInterval(() => {
    for (const { title, fraction, doing } of jobs.running()) {
      const line = [title, fraction === null ? '' : `${Math.round(fraction * 100)}%`, doing].filter(Boolean).join(' ')
      if (doing && line !== last) say(line)
      last = line
    }
  }, 300)
  return () => clearInterval(timer)
}
