/** 同一份名单里的一个人，要和同名的分得开。 */
interface Named {
  name: string
  birthDay: string | null
}

/**
 * 同名的人怎样分辨：出生年，同年的连月；没有同名的、没写出生日期的为空。次序照给的。
 * @example asidesOf([{ name: '王芳', birthDay: '1985-03' }, { name: '王芳', birthDay: '1990-01' }]) → ['1985年生', '1990年生']
 */
export function asidesOf(people: readonly Named[]): string[] {
  const called = Map.groupBy(people, ({ name }) => name)
  return people.map((person) => {
    const others = (called.get(person.name) ?? []).filter((other) => other !== person)
    if (others.length === 0 || person.birthDay === null) return ''
    const year = person.birthDay.slice(0, 4)
    return others.some(({ birthDay }) => birthDay?.startsWith(year)) ? `${year}年${person.birthDay.slice(5, 7)}月生` : `${year}年生`
  })
}

/** 名单里的人各带上与同名的怎样分辨。例：[{ name: '王芳', birthDay: '1985-03' }, …] → [{ name: '王芳', aside: '1985年生', … }, …] */
export function toldApart<P extends Named>(people: readonly P[]): (P & { aside: string })[] {
  const asides = asidesOf(people)
  return people.map((person, at) => ({ ...person, aside: asides[at] ?? '' }))
}

/** 名单上的称呼，同名的带上分辨的话。例：'王芳（1985年生）' */
export const calledIn = ({ name, aside }: { name: string; aside: string }) => (aside === '' ? name : `${name}（${aside}）`)

/** 写下的称呼里的姓名。例：'王芳（1985年生）' → '王芳' */
export const nameIn = (written: string) => written.replace(/[（(].*$/, '').replaceAll(/\s/g, '')
