import { z } from 'zod'

/** 只读：在只读连接上执行。 */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ kind: 'query' as const, input, output })

/** 一次事务、一条操作记录、可以撤销；title 写进操作记录，就是按钮上的动词。 */
export const command = <I extends z.ZodType, O extends z.ZodType>(title: string, input: I, output: O) => ({
  kind: 'command' as const,
  title,
  input,
  output,
})

/** 名字由调用方起，随后用 jobs.state 看进度、jobs.cancel 取消。 */
const job = z.string().max(64).optional()

/** 也是一条命令，只是可能要做上几秒（导入、撤销一次导入）：有进度，可以取消，取消了整条都不算。 */
export const longCommand = <I extends z.ZodRawShape, O extends z.ZodType>(title: string, input: I, output: O) =>
  command(title, z.strictObject({ ...input, job }), output)

/** 一件可能费时的事：有进度、可取消、不可撤销。 */
export const task = <I extends z.ZodRawShape, O extends z.ZodType>(title: string, input: I, output: O) => ({
  kind: 'task' as const,
  title,
  input: z.strictObject({ ...input, job }),
  output,
})

export interface Procedure {
  kind: 'query' | 'command' | 'task'
  title?: string
  input: z.ZodType
  output: z.ZodType
}

/** 调用者写的输入（默认值可以省略）。 */
export type Given<P extends Procedure> = z.input<P['input']>
/** 服务收到的输入（默认值已补上）。 */
export type Taken<P extends Procedure> = z.output<P['input']>
/** 答复。 */
export type Gives<P extends Procedure> = z.output<P['output']>
