export const filesRefusals = {
  'files.notFound': (d: { path: string }) => `找不到文件“${d.path}”。可能已被移动、改名，或者 U 盘没有插好。`,
  'files.notALedger': (d: { name: string }) => `“${d.name}”不是支部台账文件。请选择以 .taizhang 结尾、由本软件建立的文件。`,
  'files.damaged': (d: { name: string }) => `“${d.name}”已损坏，读不出来。请用最近的备份。`,
  'files.newer': (d: { name: string }) => `“${d.name}”由更新版本的软件保存，这个版本打不开。请先升级软件。`,
  'files.locked': (d: { name: string }) => `“${d.name}”设有口令，请输入口令后再打开。`,
  'files.suspicious': (d: { name: string; what: string }) => `“${d.name}”里有不是本软件建立的内容（${d.what}），为安全起见没有打开。`,
  'files.alreadyOpen': (d: { name: string; host: string; pid: number; since: string }) =>
    `“${d.name}”正被另一个窗口使用（${d.host}，进程 ${d.pid}，自 ${d.since}）。请先关闭那一个再打开。`,
  'files.openElsewhere': (d: { name: string; host: string }) =>
    `“${d.name}”在另一台电脑（${d.host}）上打开着，或者那台电脑没有正常关闭它。确定那边没有在用，请删掉同一文件夹里的“${d.name}.lock”再打开。`,
  'files.exists': (d: { name: string }) => `已经有名为“${d.name}”的台账，请换一个名称，或直接打开它。`,
  'files.readOnlyFolder': (d: { folder: string }) => `文件夹“${d.folder}”不能写入，台账要放在可以写入的地方。`,
  'files.noFolder': (d: { folder: string }) => `没有文件夹“${d.folder}”。`,
  'files.tooLarge': (d: { megabytes: number }) => `文件超过 ${d.megabytes} MB，没有读取。`,
  'files.unreadable': (d: { name: string }) => `“${d.name}”读不出来，可能正被 Excel 或 WPS 打开，或者没有读它的权限。请关闭后再试一次。`,
  'files.goneHandle': () => '选好的文件已不在手边，请重新选择一次。',
  'files.noDialogs': () => '这里没有系统的文件对话框，请从列表里选，或写明路径。',
}
