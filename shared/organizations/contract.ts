import { z } from 'zod'
import { command, query } from '../kit/procedure.ts'
import { Day, DayOrMonth, Id, Name } from '../kit/values.ts'

export const OrganizationKind = z.enum([
  'committee',
  'generalBranch',
  'branch',
  'jointBranch',
  'floatingBranch',
  'temporaryBranch',
  'group',
])
export type OrganizationKind = z.infer<typeof OrganizationKind>

export const Organization = z.object({
  id: Id,
  parentId: Id.nullable(),
  kind: OrganizationKind,
  name: Name,
  foundedOn: DayOrMonth.nullable(),
  dissolvedOn: Day.nullable(),
  /** 本届班子届满之日；没有填为空。 */
  termUntil: DayOrMonth.nullable(),
  /** 届满前几天提醒；空为照规则包（180 天）。 */
  termNoticeDays: z.int().nullable(),
  /** 联合党支部覆盖几个单位。 */
  units: z.int().nullable(),
  /** 隶属于本组织（含党小组所在支部）的在册党员数。 */
  memberCount: z.int(),
})
export type Organization = z.infer<typeof Organization>

/** 换届与联合支部要留意的；没写的不动。 */
const Term = {
  termUntil: DayOrMonth.nullable().optional(),
  termNoticeDays: z.int().min(1).max(730).nullable().optional(),
  units: z.int().min(1).max(200).nullable().optional(),
}

export const OrganizationDraft = z.strictObject({
  parentId: Id.nullable(),
  kind: OrganizationKind,
  name: Name,
  foundedOn: DayOrMonth.nullable().default(null),
  ...Term,
})

export type OrganizationDraft = z.infer<typeof OrganizationDraft>

export const PostTitle = z.enum([
  'secretary',
  'deputySecretary',
  'organizing',
  'publicity',
  'discipline',
  'youth',
  'committeeMember',
  'groupLeader',
])
export type PostTitle = z.infer<typeof PostTitle>

export const PostRow = z.object({
  id: Id,
  organizationId: Id,
  memberId: Id,
  memberName: z.string(),
  title: PostTitle,
  fromDay: DayOrMonth,
  /** 免职之日；在任为空。当天起不再任职。 */
  untilDay: DayOrMonth.nullable(),
})
export type PostRow = z.infer<typeof PostRow>

/** 规则包“支部设置”里的数字，见 rules.ts 的 BranchLimits。 */
const BranchStandards = z.object({
  foundingFormal: z.int(),
  mostMembers: z.int(),
  committeeFormal: z.int(),
  committeeFewest: z.int(),
  committeeMost: z.int(),
  jointUnitsMost: z.int(),
  termNoticeDays: z.int(),
  temporaryRemark: z.string(),
})

export const organizations = {
  /** 支部设置核对用的数字，来自规则包。 */
  standards: query(z.strictObject({}), BranchStandards),
  tree: query(z.strictObject({}), z.array(Organization)),
  posts: query(z.strictObject({ organizationId: Id }), z.array(PostRow)),
  /** 本组织（含下级支部）设置上要留意的地方，附出处。 */
  notes: query(
    z.strictObject({ organizationId: Id }),
    z.array(z.object({ organizationId: Id, branch: z.string(), text: z.string(), article: z.string() })),
  ),
  found: command('新建组织', OrganizationDraft, z.object({ id: Id })),
  amend: command(
    '修改组织',
    z.strictObject({ id: Id, name: Name, kind: OrganizationKind, foundedOn: DayOrMonth.nullable(), ...Term }),
    z.object({ id: Id }),
  ),
  dissolve: command('撤销组织', z.strictObject({ id: Id, on: Day }), z.object({ id: Id })),
  appoint: command(
    '任命职务',
    z.strictObject({ organizationId: Id, memberId: Id, title: PostTitle, fromDay: DayOrMonth }),
    z.object({ id: Id }),
  ),
  relieve: command('免去职务', z.strictObject({ postId: Id, untilDay: DayOrMonth }), z.object({ id: Id })),
}
