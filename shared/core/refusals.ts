export const coreRefusals = {
  'core.noLedger': () => '还没有打开台账。请先新建或打开一个台账文件。',
  'core.otherLedger': () => '其间换开了别的台账，这一件没有做。请回到原来的台账再做一次。',
  'core.noActor': () => '还不知道是谁在操作。请先填写姓名与职务。',
  'core.unknownProcedure': (d: { path: string }) => `没有“${d.path}”这个过程，请检查写法。`,
  'core.badInput': (d: { problems: string[] }) => `填写的内容不合要求：${d.problems.join('；')}。`,
  'core.broken': (d: { number: string }) => `软件出了差错，这一步没有做，已有的记录没有改动。请把编号 ${d.number} 告诉技术支持。`,
  'core.cancelled': () => '已取消，什么都没有改动。',
  'core.stillReferenced': () => '之后的记录用到了它，不能这样改。请先撤销那些之后的操作。',
  'core.duplicate': () => '已经有一条相同的记录。',
  'core.noAnswer': () => '软件的后台没有应答，可能已经退出。请重新启动软件；已经保存的记录不会丢。',
  'core.reopen': () => '这个页面已经失效，请用启动时显示的完整地址重新打开。',
  'core.diskFull': () => '磁盘满了或者不能写入，这一步没有做，已有的记录没有改动。请清理磁盘后再试。',
  'core.damaged': () =>
    '台账文件有一处读不出来，这一步做不成。台账在 U 盘上的，先看 U 盘插好了没有；插好了还是这样，文件就是坏了：请改用最近的备份，现在的文件另拷一份留着，到“设置”里的“完整性检查”能看到坏在哪里。',
}
