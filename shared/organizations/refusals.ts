import type { Day } from '../kit/values.ts'

export const organizationsRefusals = {
  'organizations.notFound': () => '没有这个组织，可能已被撤销或删除。',
  'organizations.cannotContain': (d: { parent: string; child: string }) => `${d.parent}下面不能设${d.child}。`,
  'organizations.needsParent': (d: { child: string }) => `${d.child}要设在支部下面，请先选好所在支部。`,
  'organizations.stillHasMembers': (d: { count: number }) => `还有 ${d.count} 名党员在这里，请先调整到别处再撤销。`,
  'organizations.stillHasParts': (d: { count: number }) => `下面还有 ${d.count} 个组织，请先撤销它们。`,
  'organizations.dissolved': (d: { on: Day }) => `这个组织已于 ${d.on} 撤销。`,
  'organizations.notBranch': (d: { name: string }) => `“${d.name}”不是支部，党员要编在支部里。`,
  'organizations.postNotFound': () => '没有这条任职记录。',
  'organizations.postEndsBeforeStart': () => '免职日期早于任职日期，请核对。',
}
