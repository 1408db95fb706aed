import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type FontFace, facesIn, withoutShaping } from './font-file.ts'

/** 版面上的四种字：标题（小标宋）、正文（仿宋）、小标题（黑体）、落款（楷体）。 */
export type Role = 'title' | 'body' | 'heading' | 'script'

/** 找到的一个字体：字节只读一次。 */
export interface Font {
  /** 在文书里引用的名字。 */
  id: string
  bytes: Uint8Array
  face: FontFace
}

export interface FontSet {
  /** 一种字用哪个字体。 */
  fontFor(role: Role): Font
  /** 该用的字体没有这个字时，谁有；谁都没有为 undefined。 */
  fallback(role: Role, codePoint: number): Font | undefined
  /** 用谁代替了谁；用的就是该用的字体时为空。 */
  substitution(role: Role): string | undefined
}

interface Wish {
  says: string
  family: string
  files: readonly string[]
  names: readonly string[]
}

const wishes: Record<Role, Wish> = {
  title: {
    says: '标题',
    family: '小标宋',
    files: ['fzxbsjw', 'fzxbsk', 'fzxiaobiaosong-b05s', '方正小标宋简体', '方正小标宋_gbk', '小标宋'],
    names: ['方正小标宋', 'FZXiaoBiaoSong', '小标宋'],
  },
  body: {
    says: '正文',
    family: '仿宋',
    files: ['simfang', 'fangsong_gb2312', 'fangsong', 'stfangso', 'stfangsong', '仿宋_gb2312', '仿宋', 'zhuquefangsong-regular'],
    names: ['仿宋', 'FangSong', 'STFangsong', 'Zhuque Fangsong'],
  },
  heading: { says: '小标题', family: '黑体', files: ['simhei', 'stheiti medium', '黑体'], names: ['黑体', 'SimHei', 'Heiti SC'] },
  script: {
    says: '落款',
    family: '楷体',
    files: ['simkai', 'kaiti_gb2312', 'kaiti', 'stkaiti', '楷体_gb2312', '楷体'],
    names: ['楷体', 'KaiTi', 'STKaiti', 'Kaiti SC'],
  },
}

/** 生僻字最后问这些（扩展 B 以后的汉字）。 */
const RARE = [
  'simsunb',
  'simsunextg',
  'notoserifcjk-regular',
  'notosanscjk-regular',
  'notoserifcjksc-regular',
  'sourcehanserifsc-regular',
  'songti',
  'pingfang',
]

/** 三种系统常见的字体文件夹。 */
export const systemFontFolders = (): string[] => {
  const home = homedir()
  const windows = process.env.WINDIR ?? process.env.SystemRoot ?? 'C:\\Windows'
  if (process.platform === 'win32')
    return [join(windows, 'Fonts'), join(process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Microsoft', 'Windows', 'Fonts')]
  if (process.platform === 'darwin')
    return [join(home, 'Library', 'Fonts'), '/Library/Fonts', '/System/Library/Fonts', '/System/Library/Fonts/Supplemental']
  return [join(home, '.local', 'share', 'fonts'), join(home, '.fonts'), '/usr/local/share/fonts', '/usr/share/fonts']
}

/** 文件夹里的字体文件：不带扩展名的小写名字 → 路径。先列出的文件夹优先。 */
function fontFilesIn(folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (folder: string, depth: number) => {
    let entries: { name: string; isDirectory(): boolean }[]
    try {
      entries = readdirSync(folder, { withFileTypes: true })
    } catch {
      return
    }
    for (const entry of entries) {
      if (entry.isDirectory() && depth > 0) walk(join(folder, entry.name), depth - 1)
      const stem = /^(.+)\.(?:ttf|otf|ttc|otc)$/i.exec(entry.name)?.[1]?.toLowerCase()
      if (stem && !found.has(stem)) found.set(stem, join(folder, entry.name))
    }
  }
  for (const folder of folders) walk(folder, 3)
  return found
}

const bundledPath = (weight: '400Regular' | '700Bold') =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`)

const once = <K, V>(make: (key: K) => V) => {
  const kept = new Map<K, V>()
  return (key: K): V => {
    if (!kept.has(key)) kept.set(key, make(key))
    return kept.get(key) as V
  }
}

/**
 * 选定各种字用的字体：本机装有规定的字体就用它，否则用随软件带的思源宋体。只在用到时才读文件。
 * @example chooseFonts([]).substitution('body') // '正文以思源宋体代替仿宋'
 */
export function chooseFonts(folders: readonly string[]): FontSet {
  const files = fontFilesIn(folders)
  const open = once((path: string) => {
    const bytes = withoutShaping(readFileSync(path))
    return { path, bytes, faces: facesIn(bytes) }
  })
  const bundled = once((weight: '400Regular' | '700Bold'): Font => {
    const { bytes, faces } = open(bundledPath(weight))
    const face = faces[0]
    if (!face) throw new Error(`bundled font ${weight} cannot be read`)
    return { id: weight, bytes, face }
  })
  const wished = once((role: Role): Font | undefined => {
    for (const stem of wishes[role].files) {
      const path = files.get(stem)
      const opened = path ? open(path) : undefined
      const face = opened?.faces.find(
        ({ names, covers }) => covers(0x515a) && names.some((name) => wishes[role].names.some((wish) => name.includes(wish))),
      )
      if (opened && face) return { id: `${opened.path}#${face.postscriptName}`, bytes: opened.bytes, face }
    }
    return undefined
  })
  const rare = once((stem: string): Font | undefined => {
    const path = files.get(stem)
    const opened = path ? open(path) : undefined
    const face = opened?.faces.find(({ names }) => names.some((name) => / SC|SimSun|宋/.test(name))) ?? opened?.faces[0]
    return opened && face ? { id: `${opened.path}#${face.postscriptName}`, bytes: opened.bytes, face } : undefined
  })
  const weightOf = (role: Role) => (role === 'title' || role === 'heading' ? '700Bold' : '400Regular')
  return {
    fontFor: (role) => wished(role) ?? bundled(weightOf(role)),
    fallback(role, codePoint) {
      const own = bundled(weightOf(role))
      if (own.face.covers(codePoint)) return own
      for (const stem of RARE) {
        const font = rare(stem)
        if (font?.face.covers(codePoint)) return font
      }
      return undefined
    },
    substitution: (role) => (wished(role) ? undefined : `${wishes[role].says}以思源宋体代替${wishes[role].family}`),
  }
}
