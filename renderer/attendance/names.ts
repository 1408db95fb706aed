interface Person {
  memberId: number
  name: string
  pinyin: string
  initials: string
}

const plain = (name: string) => name.replace(/[\s\u3000]+/g, '')
/** 名单里常见、但不是人名的字。 */
const notNames = new Set([
  '序号',
  '姓名',
  '签名',
  '签到',
  '备注',
  '出席',
  '到会',
  '请假',
  '缺席',
  '列席',
  '迟到',
  '线上',
  '应到',
  '实到',
  '人员',
  '名单',
  '无',
  '男',
  '女',
])
const isWord = (token: string) => /[\p{Script=Han}A-Za-z]/u.test(token) && !notNames.has(token)

/** 一段文字拆成人名：顿号、逗号、换行、制表、空格隔开；“张　三”这样拉开的两个字合起来。 */
function tokensOf(text: string): string[] {
  const pieces = text
    .normalize('NFKC')
    .replace(/[(（【[][^)）】\]]*[)）】\]]/g, ' ')
    .split(/[\n\r\t,，、;；|/]+/)
  return pieces.flatMap((piece) => {
    const words = piece
      .replace(/(?:^|\s)\d+[.．、:：)]*(?=\s|\p{Script=Han}|$)/gu, ' ')
      .trim()
      .split(/\s+/)
      .filter(Boolean)
    const joined: string[] = []
    for (const word of words) {
      const last = joined.at(-1)
      if (last !== undefined && /^\p{Script=Han}$/u.test(last) && /^\p{Script=Han}{1,2}$/u.test(word))
        joined[joined.length - 1] = last + word
      else joined.push(word)
    }
    return joined.map(plain).filter(isWord)
  })
}

/**
 * 粘贴来的名单对上人：对上的、名单里没有的、同名而分不清的。每个名字只算一次。
 * @example matchNames('1. 张三、李 四\n王五', people) //=> { found: [张三, 李四], unknown: ['王五'], ambiguous: [] }
 */
export function matchNames<P extends Person>(text: string, people: readonly P[]): { found: P[]; unknown: string[]; ambiguous: string[] } {
  const byName = new Map<string, P[]>()
  for (const person of people) byName.set(plain(person.name), [...(byName.get(plain(person.name)) ?? []), person])
  const found = new Map<number, P>()
  const unknown = new Set<string>()
  const ambiguous = new Set<string>()
  for (const token of tokensOf(text)) {
    const same = byName.get(token) ?? []
    const [only] = same
    if (same.length > 1) ambiguous.add(token)
    else if (only) found.set(only.memberId, only)
    else unknown.add(token)
  }
  return { found: [...found.values()], unknown: [...unknown], ambiguous: [...ambiguous] }
}

/** 从 after 之后起找下一个对得上的：姓名含这几个字，或拼音、首字母以此开头；找完一圈回到开头。-1 为没有。 */
export function findNext(people: readonly Person[], typed: string, after: number): number {
  const wanted = plain(typed).toLowerCase()
  if (wanted === '') return -1
  const fits = ({ name, pinyin, initials }: Person) =>
    plain(name).toLowerCase().includes(wanted) ||
    initials.toLowerCase().startsWith(wanted) ||
    plain(pinyin).toLowerCase().startsWith(wanted)
  for (let step = 0; step < people.length; step += 1) {
    const index = (Math.max(after, 0) + step) % people.length
    const person = people[index]
    if (person && fits(person)) return index
  }
  return -1
}
