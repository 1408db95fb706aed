/** 文件拖偏了、没有落在收文件的地方：不收，也不让浏览器丢下这一页去打开它；开机时挂一次。 */
export function ignoreStrayDrops() {
  const ignore = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  window.addEventListener('dragover', ignore)
  window.addEventListener('drop', ignore)
}
