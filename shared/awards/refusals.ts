export const awardsRefusals = {
  'awards.notFound': () => '没有这条奖惩，可能已被删除。',
  'awards.needsPenalty': () => '处分要选明是哪一种：警告、严重警告、撤销党内职务、留党察看、开除党籍。',
  'awards.needsSpan': () => '留党察看要写明从哪天到哪天，这段时间里没有表决权、选举权和被选举权。',
  'awards.endsBeforeStart': () => '留党察看的止期要晚于起期，请核对。',
}
