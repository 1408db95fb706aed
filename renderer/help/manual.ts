import { byOrder, readPage } from './pages.ts'

/** 使用手册随界面一起打包：文字在用到帮助时才装进来，图片是包里的文件。 */
const texts = import.meta.glob<string>('../../assets/manual/*.md', { query: '?raw', import: 'default', eager: true })
const pictures = import.meta.glob<string>('../../assets/manual/screens/*.png', { query: '?url', import: 'default', eager: true })

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** 手册全部的页，按次序。 */
export const manual = Object.entries(texts)
  .map(([path, text]) => readPage(nameOf(path).replace(/\.md$/, ''), text))
  .sort(byOrder)

/** 手册里写的 `screens/home.png`，在界面里的地址；没有这张图为 undefined。 */
export const pictureAt = (written: string) => Object.entries(pictures).find(([path]) => nameOf(path) === nameOf(written))?.[1]
