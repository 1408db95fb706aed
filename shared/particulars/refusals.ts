export const particularsRefusals = {
  'particulars.otherKind': (d: { kind: string }) => `这次会议不算“${d.kind}”，没有这一项可填。请先在“安排”里加上这个类型。`,
}
