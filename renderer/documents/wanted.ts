import type { z } from 'zod'
import type { Grade, Wanted } from '../../shared/documents/contract.ts'

/** 请求时的写法，有默认值的可以省略。 */
export type WantedGiven = z.input<typeof Wanted>

export const gradeWords: Record<Grade, string> = { posted: '公示', internal: '内部', reported: '上报' }
export const gradeMeanings: Record<Grade, string> = {
  posted: '不含证件号、电话、住址，可以张贴、发群',
  internal: '证件号、电话打码，支部内查阅',
  reported: '完整信息，报送上级；写明用途，记入操作记录',
}

/** 做出来的不是 PDF：没有页面可看，只写明内容。 */
export const isPageless = (wanted: WantedGiven) => wanted.kind === 'pack' || ('format' in wanted && wanted.format === 'xlsx')

/** 例：1536 → '1.5 KB'。 */
export const sizeWords = (bytes: number) =>
  bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
