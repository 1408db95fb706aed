import { z } from 'zod'
import { CustomField } from '../fields/contract.ts'
import { longCommand, query, task } from '../kit/procedure.ts'
import { Fen, Id, Line } from '../kit/values.ts'
import { PastedTable } from './pasted.ts'

export const SheetKind = z.enum(['table', 'form', 'statistics', 'empty', 'locked'])
export type SheetKind = z.infer<typeof SheetKind>

/** 一处提醒或错误：哪一列（字段或表头）、原值所在格、说什么。 */
export const CellNote = z.object({ field: z.string().nullable(), cell: z.string(), text: z.string() })
export type CellNote = z.infer<typeof CellNote>

/** 看懂了的一行，还没有与台账对照。 */
export const UnderstoodRow = z.object({
  /** Excel 里看到的行号，从 1 起。 */
  row: z.int().positive(),
  /** 这一行在表里的地址，如 B5：左右并排时同一行号有几行，凭它分开。 */
  at: z.string(),
  /** 字段 → 规范后的文字；日子 YYYY-MM-DD，年月 YYYY-MM。 */
  values: z.record(z.string(), z.string()),
  warnings: z.array(CellNote),
  errors: z.array(CellNote),
})
export type UnderstoodRow = z.infer<typeof UnderstoodRow>

/** 已有的那一条里会变的一项。 */
export const FieldChange = z.object({
  field: z.string(),
  from: z.string(),
  to: z.string(),
  /** 会盖掉原有的内容；补空白、添履历不算。 */
  overwrites: z.boolean(),
  /** 现在选定要不要改：补空白默认要，盖掉原有的由人选。 */
  taken: z.boolean(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** 只有人能回答的：是不是已有的那一条，是哪一类、哪个小组。答案是某一条的 id，或 null（都不是）；none 是“都不是”的说法，空为不能这样答。 */
export const Question = z.object({
  text: z.string(),
  choices: z.array(z.object({ id: Id, label: z.string() })),
  none: z.string().nullable(),
})
export type Question = z.infer<typeof Question>

/** 新增、更新、没有变化、有疑问；读到的每一行必居其一（此外只有跳过的）。 */
export const RowState = z.enum(['added', 'updated', 'unchanged', 'doubtful'])
export type RowState = z.infer<typeof RowState>

export const PreviewRow = UnderstoodRow.extend({
  state: RowState,
  /** 台账里已有的同一条；导入时更新而不是新增。 */
  matches: z.object({ id: Id, name: z.string() }).nullable(),
  changes: z.array(FieldChange),
  question: Question.nullable(),
})
export type PreviewRow = z.infer<typeof PreviewRow>

export const SheetPreview = z.object({
  name: z.string(),
  kind: SheetKind,
  /** 是表以外的情形时，一句话说明与下一步。 */
  advice: z.string(),
  headerRows: z.array(z.int()),
  columns: z.array(
    z.object({
      letter: z.string(),
      header: z.string(),
      field: z.string().nullable(),
      samples: z.array(z.string()),
      remembered: z.boolean(),
      /** 这一列（这种记号）可以选的；没有就是台账的各栏，空的是不能改。 */
      choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    }),
  ),
  rows: z.array(PreviewRow),
  skipped: z.array(z.object({ row: z.int(), reason: z.string() })),
})
export type SheetPreview = z.infer<typeof SheetPreview>

/** 人对机器判断的改动：列 → 字段（空为不导入），格 → 改后的文字，整行不要；对照已有的时的回答与取舍。 */
export const Adjustments = z.strictObject({
  fields: z.record(z.string(), z.string().nullable()).default({}),
  cells: z.record(z.string(), z.string().max(2000)).default({}),
  leaveOut: z.array(z.int()).max(100_000).default([]),
  /** 行的地址 → 是已有的哪一条；null 为都不是。 */
  answers: z.record(z.string(), Id.nullable()).default({}),
  /** 字段 → 整列采用或不采用文件里的；没写的按默认。 */
  columns: z.record(z.string(), z.boolean()).default({}),
  /** “地址 字段” → 这一项采用或不采用；比整列的选择更细。 */
  changes: z.record(z.string(), z.boolean()).default({}),
})
export type Adjustments = z.infer<typeof Adjustments>

/** 要一起导入的几张表，各有各的改动。 */
const Parts = z
  .array(z.strictObject({ sheet: Line, adjustments: Adjustments }))
  .min(1)
  .max(200)

/** choices 是这本台账自己要问的几项的回答（见 asks）：没有写的按默认。 */
export const ImportTarget = z.strictObject({
  ledger: z.string().max(60),
  organizationId: Id,
  choices: z.record(z.string().max(20), z.string().max(200)).default({}),
})
export type ImportTarget = z.infer<typeof ImportTarget>

/** 导入前要人定的一项：记在哪个账户、没写科目的记作什么；文件里写了的照文件。 */
export const Ask = z.object({ key: z.string(), label: z.string(), choices: z.array(z.string()).min(1), chosen: z.string() })
export type Ask = z.infer<typeof Ask>

/** 一项合计，以分计：文件里的 = 记入的 + 原来就有的 + 没有导入的。 */
export const ImportSum = z.object({ label: z.string(), file: Fen, entered: Fen, already: Fen, left: Fen })
export type ImportSum = z.infer<typeof ImportSum>

export const ImportCounts = z.object({
  in: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const imports = {
  /** 可以导入的台账与它们的字段。 */
  targets: query(
    z.strictObject({}),
    z.array(
      z.object({
        ledger: z.string(),
        title: z.string(),
        /** 人说的叫法与数它的量词：党员名册、人。 */
        what: z.string(),
        unit: z.string(),
        /** 台账所在的房间，导入后去那里看。 */
        room: z.string(),
        fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean() })),
      }),
    ),
  ),
  /** 这本台账要人先定的几项；chosen 是现在的回答。 */
  asks: query(ImportTarget, z.array(Ask)),
  /** 对照用的底：记住的表头对应、自设字段，和这本台账已有的（只有它自己的房间看得懂）。 */
  known: query(
    ImportTarget,
    z.object({
      mappings: z.array(z.object({ headerPath: z.string(), field: z.string().nullable() })),
      fields: z.array(CustomField),
      existing: z.unknown(),
    }),
  ),
  /** 读一个外来文件（在受限的子进程里），得到每张表的预览。 */
  read: task('读取表格', { file: z.string(), target: ImportTarget }, z.object({ reading: z.string(), sheets: z.array(SheetPreview) })),
  /** 粘贴来的一张表，与文件走同样的几步。 */
  paste: task('读取粘贴', { table: PastedTable, target: ImportTarget }, z.object({ reading: z.string(), sheets: z.array(SheetPreview) })),
  /** 按人的改动重新对应、重新检查要一起导入的几张表。 */
  review: task('重新检查', { reading: z.string(), target: ImportTarget, parts: Parts }, z.array(SheetPreview)),
  /** 导入选定的几张表：一次操作。有疑问的行不导入，逐行列明。 */
  apply: longCommand(
    '导入',
    { reading: z.string(), target: ImportTarget, parts: Parts },
    z.object({
      counts: ImportCounts,
      sums: z.array(ImportSum),
      rejected: z.array(z.object({ sheet: z.string(), row: z.int(), reason: z.string() })),
    }),
  ),
}
