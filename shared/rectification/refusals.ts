export const rectificationRefusals = {
  'rectification.notFound': () => '没有这项整改，可能已被删除。',
  'rectification.doneBeforeRaised': () => '完成日期早于提出日期，请核对。',
  'rectification.inFuture': (d: { day: string }) => `完成日期 ${d.day} 还没有到。完成了再填。`,
  'rectification.noOutcome': () => '填了完成日期，还要写一句完成情况。',
}
