export const fieldsRefusals = {
  'fields.notFound': () => '没有这项自设字段，可能已被删除。',
  'fields.nameTaken': (d: { name: string }) => `名册里已有“${d.name}”这一项，请换个名称。`,
  'fields.needsOptions': () => '单选要写出可选的说法，每行一个，至少两个，不能重复。',
  'fields.optionInUse': (d: { option: string; count: number }) => `还有 ${d.count} 人选的是“${d.option}”，请先改掉他们的再去掉这个说法。`,
  'fields.stillHeld': (d: { name: string; count: number }) => `有 ${d.count} 人填了“${d.name}”，删除会一并清掉。请看清人数，确认后再删。`,
  'fields.badValue': (d: { name: string; problem: string }) => `“${d.name}”没有填对：${d.problem}。`,
}
