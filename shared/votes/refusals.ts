export const votesRefusals = {
  'votes.notFound': () => '没有这次表决，可能已被删除。',
  'votes.nobodyEligible': () => '应到会有表决权的人数是 0，没有人可以表决。请核对应到名单和人员类别。',
  'votes.morePresent': (d: { eligible: number; present: number }) => `实到 ${d.present} 人多于应到 ${d.eligible} 人，请核对。`,
  'votes.moreVotes': (d: { cast: number; most: number; what: string }) =>
    `赞成、反对、弃权合计 ${d.cast} 票，多于${d.what} ${d.most}，请核对。`,
  'votes.moreWritten': (d: { written: number; away: number }) =>
    `书面意见 ${d.written} 份，多于没有到会的 ${d.away} 人；到会的人当场表决，不另计书面意见。`,
  'votes.issuedToStrangers': (d: { issued: number; present: number }) =>
    `发出选票 ${d.issued} 张，多于实到会有表决权的 ${d.present} 人；没有表决权的人不能领票，请核对。`,
  'votes.moreInvalid': (d: { invalid: number; returned: number }) => `无效票 ${d.invalid} 张，多于收回的 ${d.returned} 张，请核对。`,
  'votes.needsBallots': () => '无记名投票要填发出和收回的选票张数。',
  'votes.noQuorum': (d: { matter: string; eligible: number; present: number; article: string }) =>
    `应到会有表决权 ${d.eligible} 人，实到 ${d.present} 人，没有超过半数，${d.matter}不能表决。请改期，待到会人数够了再开。（${d.article}）`,
  'votes.halfUndecided': () => '实到恰好是应到的半数。算不算“半数以上”到会，请书记先定下来。',
  'votes.oneByOne': (d: { matter: string }) => `${d.matter}要一名一名地表决，请写清是哪一名；两名以上分开登记。`,
  'votes.needsSeats': () => '选举要写应选几名和候选人。',
  'votes.sameCandidate': (d: { name: string }) => `候选人“${d.name}”写了两次，同名的请加以区别。`,
  'votes.needsReason': (d: { eligible: number; present: number }) =>
    `会议登记的是应到 ${d.eligible} 人、实到 ${d.present} 人（有表决权的），这里改了，请写明为什么。`,
  'votes.notYet': (d: { day: string }) => `会议日期 ${d.day} 还没有到，不能登记表决。`,
  'votes.otherMeeting': () => '表决不能移到别的会议，请在那次会议里登记。',
  'votes.noResolution': () => '这件表决没有支部党员大会决议可印：只有接收、转正、延长、取消资格表决出结果的才有。',
}
