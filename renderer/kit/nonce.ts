/** 外壳写进页面的随机数；antd 插入的样式带着它，CSP 就不必放宽。没有外壳时为 undefined。 */
const written = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
export const nonce = written?.startsWith('__') ? undefined : written

/** 有的部件自己插样式（锁滚动条、量滚动条的宽），不经 ConfigProvider，也让它们带上。 */
if (nonce) {
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (name === 'style') element.nonce = nonce
    return element
  }) as typeof document.createElement
}
