import { z } from 'zod'
import { CustomField } from '../fields/contract.ts'
import { command, query, task } from '../kit/procedure.ts'
import { Id, Line } from '../kit/values.ts'
import { Category, MemberFacts, Standing } from '../members/contract.ts'
import { OrganizationKind } from '../organizations/contract.ts'

export const SheetKind = z.enum(['table', 'form', 'statistics', 'empty', 'locked'])
export type SheetKind = z.infer<typeof SheetKind>

/** 一处提醒或错误：哪一列（字段或表头）、原值所在格、说什么。 */
export const CellNote = z.object({ field: z.string().nullable(), cell: z.string(), text: z.string() })
export type CellNote = z.infer<typeof CellNote>

export const PreviewRow = z.object({
  /** Excel 里看到的行号，从 1 起。 */
  row: z.int().positive(),
  /** 字段 → 规范后的文字；日子 YYYY-MM-DD，年月 YYYY-MM。 */
  values: z.record(z.string(), z.string()),
  warnings: z.array(CellNote),
  errors: z.array(CellNote),
  /** 已在名册里的同一个人；导入时更新而不是新增。 */
  matches: z.object({ id: Id, name: z.string() }).nullable(),
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
    }),
  ),
  rows: z.array(PreviewRow),
  skipped: z.array(z.object({ row: z.int(), reason: z.string() })),
})
export type SheetPreview = z.infer<typeof SheetPreview>

/** 人对机器判断的改动：列 → 字段（空为不导入），格 → 改后的文字，整行不要。 */
export const Adjustments = z.strictObject({
  fields: z.record(z.string(), z.string().nullable()).default({}),
  cells: z.record(z.string(), z.string().max(2000)).default({}),
  leaveOut: z.array(z.int()).max(100_000).default([]),
})
export type Adjustments = z.infer<typeof Adjustments>

export const ImportTarget = z.strictObject({ ledger: z.string().max(60), organizationId: Id })

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

/** 判断“名册里是不是已有此人”要看的：每名党员今天的样子。 */
export const KnownPerson = z.object({
  ...MemberFacts.shape,
  id: Id,
  organizationId: Id.nullable(),
  branchName: z.string().nullable(),
  groupName: z.string().nullable(),
  category: Category.nullable(),
  standing: Standing.nullable(),
})
export type KnownPerson = z.infer<typeof KnownPerson>

export const imports = {
  /** 可以导入的台账与它们的字段。 */
  targets: query(
    z.strictObject({}),
    z.array(
      z.object({
        ledger: z.string(),
        title: z.string(),
        fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean() })),
      }),
    ),
  ),
  /** 对照用的底：记住的表头对应、全部党员、全部组织、自设字段。 */
  known: query(
    z.strictObject({ ledger: z.string().max(60) }),
    z.object({
      mappings: z.array(z.object({ headerPath: z.string(), field: z.string().nullable() })),
      people: z.array(KnownPerson),
      organizations: z.array(z.object({ id: Id, parentId: Id.nullable(), kind: OrganizationKind, name: z.string() })),
      fields: z.array(CustomField),
    }),
  ),
  /** 读一个外来文件（在受限的子进程里），得到每张表的预览。 */
  read: task('读取表格', { file: z.string(), target: ImportTarget }, z.object({ reading: z.string(), sheets: z.array(SheetPreview) })),
  /** 按人的改动重新对应、重新检查其中一张表。 */
  review: task('重新检查', { reading: z.string(), sheet: Line, target: ImportTarget, adjustments: Adjustments }, SheetPreview),
  /** 导入一张表：一次操作。有错误的行不导入，逐行列明。 */
  apply: command(
    '导入',
    z.strictObject({ reading: z.string(), sheet: Line, target: ImportTarget, adjustments: Adjustments }),
    z.object({ counts: ImportCounts, rejected: z.array(z.object({ row: z.int(), reason: z.string() })) }),
  ),
}
