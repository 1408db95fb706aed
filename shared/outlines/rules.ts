const clean = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/**
 * 把提纲接到写好的议程后面：已经有的一项不再写，打好的字一个不动。
 * @example withOutline('学习', ['学习', '讨论']) → '学习\n讨论'
 */
export const withOutline = (agenda: string, items: readonly string[]): string => {
  const typed = clean(agenda)
  const added = items.filter((item, at) => !typed.includes(item) && items.indexOf(item) === at)
  return [...(agenda.trim() === '' ? [] : [agenda.trimEnd()]), ...added].join('\n')
}
