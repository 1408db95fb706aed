import type { MatterKind } from './contract.ts'
import { matterWords } from './words.ts'

/** 从写下的一项里认出要表决什么；次序在前的先认，一项只认一件。 */
const signs: readonly (readonly [MatterKind, RegExp])[] = [
  ['disqualification', /取消.{0,24}预备党员.{0,4}资格/],
  ['extension', /延长.{0,24}预备期/],
  ['conversion', /转正|转为.{0,6}正式党员/],
  ['admission', /(接收|接受|吸收).{0,40}(预备党员|入党)/],
]

/** 学习、评议一类的会：提到转正多半是在讲课，不是在表决。 */
const withoutVoting: readonly string[] = ['committee', 'group', 'lecture', 'themeDay', 'orgLife', 'appraisal', 'heartTalk']

/**
 * 这次会依规要表决哪几种：换届选举，与党员大会议题、议程、议定事项里写到的接收、转正、延长预备期、取消资格。
 * 来源：发展党员工作细则（2026）第二十、三十一、三十二条；基层组织选举工作条例（rules.md §3）。
 * @example wantedVotes(['branchAssembly'], ['讨论接收王芳为中共预备党员']) → ['admission']
 */
export function wantedVotes(kinds: readonly string[], texts: readonly string[]): MatterKind[] {
  const found = kinds.every((kind) => withoutVoting.includes(kind))
    ? []
    : texts.flatMap((text) => signs.find(([, sign]) => sign.test(text))?.[0] ?? [])
  return [...new Set([...(kinds.includes('election') ? (['election'] as const) : []), ...found])]
}

/** 要表决而还没有登记的，写成话。例：lackingVotes(['admission'], []) → ['接收预备党员'] */
export const lackingVotes = (wanted: readonly MatterKind[], recorded: readonly MatterKind[]): string[] =>
  wanted.filter((kind) => !recorded.includes(kind)).map((kind) => matterWords[kind])
