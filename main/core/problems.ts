import type { z } from 'zod'
import { zhCN } from 'zod/locales'

const say = zhCN().localeError

/** 每处不合要求，一句中文。例：[{path:['name'], code:'too_small'}] → ['name：…'] */
export const problemsOf = (error: z.ZodError): string[] =>
  error.issues.slice(0, 5).map((issue) => {
    const said = say(issue as never)
    const text = typeof said === 'string' ? said : (said?.message ?? issue.message)
    return issue.path.length > 0 ? `${issue.path.join('.')}：${text}` : text
  })
