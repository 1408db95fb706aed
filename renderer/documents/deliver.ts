import type { Saved } from '../../shared/files/contract.ts'
import { say } from '../kit/say.ts'

const address = (ticket: string) => `file/${encodeURIComponent(ticket)}`

/** 保存的结果说给人听；浏览器里由浏览器下载。 */
export function deliver(saved: Saved): void {
  if (saved.kind === 'saved') say.done(`已保存到 ${saved.path}`)
  if (saved.kind !== 'download') return
  const link = document.createElement('a')
  link.href = address(saved.ticket)
  link.download = saved.name
  link.click()
  say.done(`“${saved.name}”已存到浏览器的下载文件夹`)
}

/** 打印：桌面版交给系统的阅读器，浏览器里另开一页再按 Ctrl+P。 */
export function handToPrinter(saved: Saved): void {
  if (saved.kind === 'saved') say.done('已用系统的阅读器打开，请在那里打印')
  if (saved.kind !== 'download') return
  const page = window.open(address(saved.ticket), '_blank')
  if (page) page.opener = null
  else say.refused('浏览器拦住了打印页。请允许本页弹出窗口，或先保存再打印。')
}
