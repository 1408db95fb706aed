export const talksRefusals = {
  'talks.notFound': () => '没有这次谈话，可能已被删除。',
  'talks.sameTwo': () => '谈话人和被谈话人是同一个人，请改一个。',
  'talks.noTalker': () => '还没有写谈话人。请从名册里选，或写下姓名。',
  'talks.inFuture': (d: { day: string }) => `谈话日期 ${d.day} 还没有到，谈过再登记。`,
}
