import { posix } from 'node:path'
import type { Source } from './read-imports.ts'

const shells = ['electron', 'browser', 'console', 'shell']
const forbiddenNames = ['store', 'helpers', 'utils', 'common', 'misc', 'manager', 'helper', 'util']
const houses = ['main', 'renderer', 'shared', 'migrations', 'scripts', 'tests', 'assets']

/** 只许在这些地方用的包：名字 → 文件夹的开头。测试可以用来核对，不在此列。 */
const wardedPackages: [name: RegExp, where: string[]][] = [
  [/^electron(\/|$)/, ['main/electron/']],
  [/^better-sqlite3/, ['main/core/']],
  [/^(hucre|pdfmake)(\/|$)/, ['main/documents/']],
  [/^fflate(\/|$)/, ['main/documents/']],
  [/^xlsx(\/|$)/, ['main/imports/reader/']],
  [/^exceljs(\/|$)/, []],
]

/** 每座楼能引入哪些楼。 */
const reach: Record<string, string[]> = {
  renderer: ['renderer', 'shared', 'assets'],
  main: ['main', 'shared', 'migrations', 'assets'],
  shared: ['shared'],
  migrations: ['migrations'],
}

const inside = (path: string, folders: readonly string[]) => folders.some((folder) => path.startsWith(folder))
const houseOf = (path: string) => path.split('/')[0] ?? ''
const roomOf = (path: string) => (houseOf(path) === 'main' ? path.split('/')[1] : undefined)

/** 相对的引入 → 相对项目的路径；包名原样。 */
function target(from: string, specifier: string): { path: string } | { package: string } {
  if (!specifier.startsWith('.')) return { package: specifier }
  return { path: posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))) }
}

/**
 * 装这几个文件时一并装进内存的：文件的路径与包名；用到才引的、只引类型的不算。
 * @example loadedWith(['main/documents/zip.ts'], sources) //=> new Set(['main/documents/zip.ts', 'fflate'])
 */
export function loadedWith(entries: readonly string[], sources: readonly Source[]): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const loaded = new Set<string>()
  const load = (name: string) => {
    if (loaded.has(name)) return
    loaded.add(name)
    for (const { from, loads } of byPath.get(name)?.imports ?? []) {
      if (from === undefined || !loads) continue
      const to = target(name, from)
      load('package' in to ? to.package : to.path)
    }
  }
  for (const entry of entries) load(entry)
  return loaded
}

/** 别的文件交出了哪些会写的函数：路径 → 名字。 */
export type Writers = ReadonlyMap<string, readonly string[]>

/**
 * 一个源文件拆了哪些墙；没有为空表。
 * @example brokenWalls(readSource('shared/a.ts', `import 'node:fs'`)) //=> ['shared/a.ts → node:fs：shared 里没有 node']
 */
export function brokenWalls(source: Source, writers: Writers = new Map()): string[] {
  const { path, imports, impure } = source
  const free = ['tests', 'scripts'].includes(houseOf(path))
  const said = imports.flatMap(({ from, names }) => {
    if (from === undefined) return free ? [] : [`${path}：动态引入的来处要写明`]
    const to = target(path, from)
    const why =
      'package' in to ? whyNotPackage(path, to.package) : (whyNotPath(path, to.path) ?? whyNotWrite(path, to.path, names, writers))
    return why ? [`${path} → ${from}：${why}`] : []
  })
  const clock = houseOf(path) === 'shared' ? impure.map((read) => `${path}：shared 里没有时钟与随机数（${read}）`) : []
  return [...said, ...clock, ...badName(path)]
}

/** 一个房间可以读别的房间，写要请那个房间自己来。 */
function whyNotWrite(path: string, to: string, names: readonly string[], writers: Writers): string | undefined {
  const [room, toRoom] = [roomOf(path), roomOf(to)]
  if (room === undefined || toRoom === undefined || room === toRoom || !posix.basename(to).includes('repository')) return undefined
  const writing = names.filter((name) => writers.get(to)?.includes(name))
  return writing.length > 0 ? `${writing.join('、')} 写的是 ${toRoom} 的表，要由 ${toRoom} 自己写` : undefined
}

function badName(path: string): string[] {
  const stem = posix.basename(path).split('.')[0] ?? ''
  return forbiddenNames.includes(stem.toLowerCase()) ? [`${path}：文件名“${stem}”说不出它是什么`] : []
}

function whyNotPackage(path: string, name: string): string | undefined {
  const house = houseOf(path)
  if (house !== 'tests' && house !== 'scripts') {
    const warded = wardedPackages.find(([pattern]) => pattern.test(name))
    if (warded && !inside(path, warded[1])) return `${name} 只在 ${warded[1].join('、') || '测试'} 里用`
  }
  if (house === 'shared' && name !== 'zod' && name !== 'pinyin-pro')
    return name.startsWith('node:') ? 'shared 里没有 node' : 'shared 只用 zod 与 pinyin-pro'
  if (house === 'renderer' && (name.startsWith('node:') || /^(kysely|exceljs)/.test(name))) return '界面只用浏览器里有的'
  if (house === 'main' && /^(react|antd|@tanstack|echarts|wouter|pdfjs-dist)/.test(name)) return '后台不用界面的包'
  if (house === 'migrations' && name !== 'kysely') return '迁移定下来就不再变，只用 kysely'
  return undefined
}

function whyNotPath(path: string, to: string): string | undefined {
  const [house, toHouse] = [houseOf(path), houseOf(to)]
  if (!houses.includes(toHouse) && house !== 'tests' && house !== 'scripts') return '走出了项目'
  if (reach[house] && !reach[house].includes(toHouse)) return `${house} 只能引入 ${reach[house].join('、')}`
  const [room, toRoom] = [roomOf(path), roomOf(to)]
  if (house !== 'main' || toHouse !== 'main' || room === toRoom || toRoom === undefined || room === undefined) return undefined
  if (shells.includes(toRoom) && !(toRoom === 'shell' && shells.includes(room))) return '外壳在最外面，里面的不引入它'
  const file = posix.basename(to)
  if (/^table\.|[.-]table\.ts$/.test(file) && path !== 'main/core/schema.ts') return '别的房间的表只有它自己和 schema.ts 用'
  return undefined
}
