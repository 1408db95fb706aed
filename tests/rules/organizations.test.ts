import { describe, expect, test } from 'vitest'
import { branchLimits } from '../../main/rules/packs.ts'
import { OrganizationKind } from '../../shared/organizations/contract.ts'
import { branchNotes, isBranch, isCommitteePost, whyCannotContain } from '../../shared/organizations/rules.ts'
import { kindOf, kindSynonyms, kindWords } from '../../shared/organizations/words.ts'
import { explain } from '../../shared/refusals.ts'

const can = (parent: OrganizationKind | null, child: OrganizationKind) => whyCannotContain(parent, child) === undefined

test('党委下设总支与支部，总支下设支部，支部下设小组，其余都不行', () => {
  const branches = OrganizationKind.options.filter(isBranch)
  expect(branches).toEqual(['branch', 'jointBranch', 'floatingBranch', 'temporaryBranch'])
  for (const parent of OrganizationKind.options)
    for (const child of OrganizationKind.options) {
      const right =
        (parent === 'committee' && (child === 'generalBranch' || isBranch(child))) ||
        (parent === 'generalBranch' && isBranch(child)) ||
        (isBranch(parent) && child === 'group')
      expect([parent, child, can(parent, child)]).toEqual([parent, child, right])
    }
})

test('不能设的说出是谁下面不能设谁；小组要先有支部', () => {
  expect(explain(whyCannotContain('group', 'branch')!)).toBe('党小组下面不能设党支部。')
  expect(explain(whyCannotContain(null, 'group')!)).toContain('请先选好所在支部')
  expect(can(null, 'branch')).toBe(true)
})

test('组织的几种叫法都认得，说法互不相混', () => {
  for (const kind of OrganizationKind.options) expect(kindOf(kindWords[kind])).toBe(kind)
  expect([kindOf('总支'), kindOf(' 支部 '), kindOf('流动党支部'), kindOf('constructor'), kindOf('居委会')]).toEqual([
    'generalBranch',
    'branch',
    'floatingBranch',
    undefined,
    undefined,
  ])
  expect(Object.keys(kindSynonyms).filter((word) => Object.values(kindWords).includes(word))).toEqual([])
})

test('党小组组长不是支委', () => {
  expect([isCommitteePost('secretary'), isCommitteePost('committeeMember'), isCommitteePost('groupLeader')]).toEqual([true, true, false])
})

describe('支部设置提示', () => {
  const articles = (kind: OrganizationKind, formalCount: number, memberCount: number, committeeSize: number) =>
    branchNotes({ kind, formalCount, memberCount, committeeSize }, branchLimits()).map(({ article }) =>
      article.replace('支部工作条例（试行）', ''),
    )

  test('人数和班子都合适的没有提示', () => {
    expect(articles('branch', 3, 4, 1)).toEqual([])
    expect(articles('branch', 7, 50, 3)).toEqual([])
    expect(articles('branch', 7, 50, 7)).toEqual([])
  })
  test('正式党员不足三人', () => expect(articles('branch', 2, 5, 1)).toEqual(['第四条']))
  test('超过五十人', () => expect(articles('branch', 48, 51, 5)).toEqual(['第四条']))
  test('七人以上还没有支委会；支委会超过七人', () => {
    expect(articles('branch', 7, 7, 2)).toEqual(['第二十条'])
    expect(articles('floatingBranch', 20, 20, 8)).toEqual(['第二十条'])
  })
  test('不足七人却设了支委会', () => expect(articles('branch', 6, 6, 3)).toEqual(['第二十条']))
  test('临时支部只看规模、说清一般不做的几件事，不是支部的不看', () => {
    expect(articles('temporaryBranch', 1, 2, 0)).toEqual(['第八条'])
    expect(articles('temporaryBranch', 1, 51, 0)).toEqual(['第四条', '第八条'])
    expect(articles('generalBranch', 0, 200, 0)).toEqual([])
  })
})
