export const historyRefusals = {
  'history.notFound': () => '没有这条操作记录。',
  'history.alreadyUndone': () => '这一步已经撤销过了。',
  'history.notAnUndo': () => '这一步不是撤销，没有可重做的。',
  'history.changedSince': (d: { what: string }) => `${d.what}之后又被修改，不能单独撤销这一步。请先撤销之后的操作。`,
  'history.deletedSince': (d: { what: string }) => `${d.what}之后已被删除，不能单独撤销这一步。请先撤销之后的操作。`,
  'history.clashes': (d: { what: string }) => `${d.what}改不回去：之后有了一条与它重复的记录。请先撤销之后的操作。`,
  'history.wouldBreak': (d: { why: string }) => `${d.why}，所以不能单独撤销这一步。请先撤销之后的操作。`,
  'history.reshaped': () => '这一步在软件升级之前，记录的格式已经改变，不能撤销。',
  'history.onlyGrows': () => '操作记录只增不减，不能改动或删除。',
  'history.nothingChanged': () => '这一步没有改动任何记录，不需要撤销。',
}
