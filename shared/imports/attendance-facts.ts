import { foldedMarks } from '../ledger/reading.ts'
import type { Grid } from './grid.ts'
import { whenIn } from './when.ts'

/** 签到表标题与表上几行说的那次会。 */
export interface SheetFacts {
  /** 标题，去掉“签到表”之类。 */
  title: string
  topic: string | undefined
  day: string | undefined
  startsAt: string | undefined
  endsAt: string | undefined
  place: string | undefined
  host: string | undefined
  recorder: string | undefined
  expected: number | undefined
  present: number | undefined
}

const labels: Record<string, keyof SheetFacts | 'when'> = {
  会议名称: 'topic',
  会议主题: 'topic',
  会议议题: 'topic',
  活动名称: 'topic',
  活动主题: 'topic',
  学习主题: 'topic',
  议题: 'topic',
  主题: 'topic',
  名称: 'topic',
  会议内容: 'topic',
  活动内容: 'topic',
  时间: 'when',
  会议时间: 'when',
  活动时间: 'when',
  日期: 'when',
  会议日期: 'when',
  召开时间: 'when',
  签到时间: 'when',
  签到日期: 'when',
  地点: 'place',
  会议地点: 'place',
  活动地点: 'place',
  主持: 'host',
  主持人: 'host',
  会议主持: 'host',
  会议主持人: 'host',
  记录人: 'recorder',
  记录: 'recorder',
}
const pattern = new RegExp(
  `(${Object.keys(labels)
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'g',
)

/** 一格里几项连写（时间：… 地点：…），或标签一格、内容在右边一格。 */
function pairsIn(grid: Grid, row: number): [string, string][] {
  return grid.filled(row).flatMap((column): [string, string][] => {
    const text = foldedMarks(grid.text(row, column)).replace(/[\n\t]/g, '  ')
    const bare = text.replace(/[\s:]/g, '')
    if (Object.hasOwn(labels, bare)) {
      const next = grid.filled(row).find((other) => other > column)
      return next === undefined ? [] : [[bare, grid.text(row, next)]]
    }
    const spread = text.replace(/(?<=[\u3400-\u9fff])\s(?=[\u3400-\u9fff]\s*:)/g, '')
    const starts = [...spread.matchAll(new RegExp(`${pattern.source}\\s*:`, 'g'))]
    return starts.map((found, at) => [found[1] ?? '', spread.slice(found.index + found[0].length, starts[at + 1]?.index).trim()])
  })
}

const paper = /(签到|考勤|出勤|点名|参会|到会)[\u3400-\u9fff]{0,6}(表|册|簿|单|名单|情况|统计)?$|(人员)?名单$|登记表$/
const countOf = (texts: readonly string[], word: RegExp) => {
  const found = texts.map((text) => word.exec(foldedMarks(text))?.[1]).find(Boolean)
  return found === undefined ? undefined : Number(found)
}

/** 表头以上（与表下）的话里说的那次会。例：“时间：2024年3月5日14:30　地点：会议室” */
export function factsOf(grid: Grid, top: number, bottom: number, year: number | undefined): SheetFacts {
  const above = grid.rows.filter((row) => row < top)
  const outside = [...above, ...grid.rows.filter((row) => row > bottom)]
  const texts = (rows: readonly number[]) => rows.flatMap((row) => grid.filled(row).map((column) => grid.text(row, column)))
  const facts: Partial<Record<keyof SheetFacts | 'when', string>> = {}
  for (const [label, value] of above.flatMap((row) => pairsIn(grid, row))) {
    const field = labels[label]
    if (field && value !== '') facts[field] ??= value
  }
  const titled = texts(above).filter((text) => text.length <= 60 && !/[:：]/.test(text))
  const title = titled.find((text) => paper.test(text.replace(/[\s()（）]/g, ''))) ?? titled[0] ?? grid.sheet.name
  const said = [facts.when, ...titled, ...texts(above)].map((text) => (text ? whenIn(text, year) : {}))
  const when = said.find((found) => 'day' in found && found.day) ?? {}
  const timed = facts.when ? whenIn(facts.when, year) : {}
  const clock = 'startsAt' in timed ? timed : 'startsAt' in when ? when : {}
  return {
    title: title
      .replace(/\s/g, '')
      .replace(/[(（].*$/, '')
      .replace(paper, ''),
    topic: facts.topic?.replace(/\s*\n\s*/g, ' '),
    day: 'day' in when ? when.day : undefined,
    startsAt: 'startsAt' in clock ? clock.startsAt : undefined,
    endsAt: 'endsAt' in clock ? clock.endsAt : undefined,
    place: facts.place?.slice(0, 200),
    host: facts.host?.slice(0, 200),
    recorder: facts.recorder?.slice(0, 200),
    expected: countOf(texts(outside), /应到(?:人数)?\s*:?\s*_*\s*(\d+)\s*_*\s*人?/),
    present: countOf(texts(outside), /实到(?:人数)?\s*:?\s*_*\s*(\d+)\s*_*\s*人?/),
  }
}

/** 标题里的会议名：去掉单位与年月日。例：'××党支部2024年3月主题党日' → '主题党日' */
export const topicOfTitle = (title: string): string =>
  title
    .replace(/^.*?(党支部|党总支|支部|党委|党小组)(?=.)(?!委员会|党员大会|大会)/, '')
    .replace(/\d{4}年度?/, '')
    .replace(/\d{1,2}月(份)?(\d{1,2}[日号])?/, '')
    .trim()
