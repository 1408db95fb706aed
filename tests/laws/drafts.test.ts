import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** 打字的格子；多行的一格就算长。 */
const boxes = new Set([
  'Input',
  'InputNumber',
  'DayInput',
  'NameInput',
  'PersonField',
  'MoneyInput',
  'TimeInput',
  'ApplicantField',
  'ProseField',
])
const drafting = /\buse(Draft|DraftedForm|DialogForm|Minutes)\b/

/** 不留草稿的对话框，和为什么。 */
const without: Record<string, string> = {
  'renderer/attendance/PasteNames.tsx': '粘贴一份现成的名单，再贴一次就是',
  'renderer/dues/CollectDialog.tsx': '入账前的核对；收的数在收缴页里随打随存（dues.pending）',
  'renderer/finances/OpenAccountDialog.tsx': '一个名称、一个余额',
  'renderer/finances/ProjectsTab.tsx': '新增项目、科目各只有一个名称要打',
}

interface Sheet {
  dialog: boolean
  lines: number
  long: boolean
  drafted: boolean
  /** 用到的同一间屋子里的组件。 */
  parts: string[]
}

const tagOf = (name: { type: string }): string => {
  const { type, ...rest } = name as { type: string; name?: string; object?: { type: string }; property?: { type: string } }
  return type === 'JSXMemberExpression' && rest.object && rest.property
    ? `${tagOf(rest.object)}.${tagOf(rest.property)}`
    : (rest.name ?? '')
}

/** 读出一个界面文件画了什么。 */
function readSheet(path: string, text: string): Sheet {
  const sheet: Sheet = { dialog: false, lines: 0, long: false, drafted: drafting.test(text), parts: [] }
  const homes = new Map<string, string>()
  new Visitor({
    ImportDeclaration({ source, specifiers }) {
      if (source.value.startsWith('./'))
        for (const { local } of specifiers) homes.set(local.name, posix.join(posix.dirname(path), source.value))
    },
    JSXOpeningElement({ name }) {
      const tag = tagOf(name)
      if (tag === 'Dialog') sheet.dialog = true
      else if (tag === 'Input.TextArea') sheet.long = true
      else if (boxes.has(tag)) sheet.lines += 1
      else if (homes.has(tag)) sheet.parts.push(homes.get(tag) ?? '')
    },
  }).visit(parseSync(path, text).program)
  return sheet
}

const sheets = new Map(
  readdirSync(join(root, 'renderer'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')
      return [path, readSheet(path, readFileSync(join(root, path), 'utf8'))] as const
    }),
)

/** 连同屋里别的组件画的：自己是对话框的组件另算。 */
function written(sheet: Sheet): Pick<Sheet, 'lines' | 'long'> {
  const parts = [...new Set(sheet.parts)].flatMap((path) => {
    const part = sheets.get(path)
    return part && !part.dialog ? [written(part)] : []
  })
  return { lines: parts.reduce((sum, { lines }) => sum + lines, sheet.lines), long: sheet.long || parts.some(({ long }) => long) }
}

const owesDraft = (sheet: Sheet) => {
  const { lines, long } = written(sheet)
  return sheet.dialog && (long || lines >= 3) && !sheet.drafted
}

test('要打一会儿字的对话框（有多行的格子，或三格以上），断电后都接得上', () => {
  const dialogs = [...sheets].filter(([, { dialog }]) => dialog)
  expect(dialogs.length).toBeGreaterThan(40)
  expect(dialogs.filter(([, { drafted }]) => drafted).length).toBeGreaterThan(15)
  const owing = dialogs.flatMap(([path, sheet]) => (owesDraft(sheet) ? [path] : []))
  expect(owing.sort()).toEqual(Object.keys(without).sort())
})

test('这条规矩真的会倒', () => {
  const sheet = (body: string) => readSheet('renderer/talks/X.tsx', body)
  expect(owesDraft(sheet('const a = <Dialog><Input.TextArea /></Dialog>'))).toBe(true)
  expect(owesDraft(sheet('const a = <Dialog><Input /><DayInput /><MoneyInput /></Dialog>'))).toBe(true)
  expect(owesDraft(sheet('const a = <Dialog><Input /><DayInput /></Dialog>'))).toBe(false)
  expect(owesDraft(sheet('const f = useDialogForm(); const a = <Dialog><Input.TextArea /></Dialog>'))).toBe(false)
  expect(owesDraft(sheet(`import { TalkDialog } from './TalkDialog.tsx'; const a = <Dialog><TalkDialog /></Dialog>`))).toBe(false)
})
