import type { MenuItemConstructorOptions } from 'electron'
import type { Electron } from './electron.ts'

/** 菜单只有复制粘贴、缩放与退出；做事都在页面里。 */
export function setMenu({ Menu }: Pick<Electron, 'Menu'>, quit: () => void): void {
  const template: MenuItemConstructorOptions[] = [
    { label: '文件', submenu: [{ label: '退出', accelerator: 'CmdOrCtrl+Q', click: quit }] },
    {
      label: '编辑',
      submenu: [
        { label: '撤销输入', role: 'undo' },
        { label: '恢复输入', role: 'redo' },
        { type: 'separator' },
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ],
    },
    {
      label: '显示',
      submenu: [
        { label: '放大', role: 'zoomIn' },
        { label: '缩小', role: 'zoomOut' },
        { label: '原大小', role: 'resetZoom' },
        { label: '全屏', role: 'togglefullscreen' },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
