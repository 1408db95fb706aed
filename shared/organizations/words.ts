import type { OrganizationKind, PostTitle } from './contract.ts'

export const kindWords: Record<OrganizationKind, string> = {
  committee: '党委',
  generalBranch: '党总支',
  branch: '党支部',
  jointBranch: '联合党支部',
  floatingBranch: '流动党员党支部',
  temporaryBranch: '临时党支部',
  group: '党小组',
}

/** 另外的说法，控制台与导入都认。 */
export const kindSynonyms: Record<string, OrganizationKind> = {
  党委会: 'committee',
  总支: 'generalBranch',
  总支部: 'generalBranch',
  党总支部: 'generalBranch',
  支部: 'branch',
  联合支部: 'jointBranch',
  流动支部: 'floatingBranch',
  流动党支部: 'floatingBranch',
  流动党员支部: 'floatingBranch',
  临时支部: 'temporaryBranch',
  小组: 'group',
}

/** 说法 → 代号；不认得为 undefined。例：kindOf('总支') → 'generalBranch' */
export const kindOf = (word: string): OrganizationKind | undefined =>
  (Object.keys(kindWords) as OrganizationKind[]).find((kind) => kindWords[kind] === word.trim()) ??
  (Object.hasOwn(kindSynonyms, word.trim()) ? kindSynonyms[word.trim()] : undefined)

export const postWords: Record<PostTitle, string> = {
  secretary: '书记',
  deputySecretary: '副书记',
  organizing: '组织委员',
  publicity: '宣传委员',
  discipline: '纪检委员',
  youth: '青年委员',
  committeeMember: '委员',
  groupLeader: '党小组组长',
}
