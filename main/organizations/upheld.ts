import type { Reader } from '../core/services.ts'
import { tree } from './repository.ts'

/** 撤销了的组织里还有人、还有下级的，一处一句（“撤销组织”时不许的事）。 */
export async function dissolvedInUse(db: Reader, today: string): Promise<string[]> {
  const all = await tree(db, today)
  const gone = new Map(all.filter(({ dissolvedOn }) => dissolvedOn !== null).map((one) => [one.id, one]))
  const peopled = [...gone.values()].filter(({ memberCount }) => memberCount > 0)
  const parts = all.flatMap(({ name, parentId, dissolvedOn }) => {
    const above = dissolvedOn === null && parentId !== null ? gone.get(parentId) : undefined
    return above ? [`“${above.name}”后来撤销了，改回去“${name}”就留在它下面`] : []
  })
  return [...peopled.map(({ name, memberCount }) => `“${name}”后来撤销了，改回去会有 ${memberCount} 名党员编在里面`), ...parts]
}
