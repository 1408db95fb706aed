export const circumstancesRefusals = {
  'circumstances.notFound': () => '没有这条情况，可能已被删除。',
  'circumstances.endsBeforeStart': () => '止期早于起期，请核对。',
  'circumstances.needsSince': () => '失去联系要写从什么时候起（最近一次参加组织生活或交党费之日），可以只到年月。',
}
