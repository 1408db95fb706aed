import type { Lecture, OrgLife, Particulars, ThemeDay } from '../../shared/particulars/contract.ts'
import { type ParticularKind, particularKindsOf } from '../../shared/particulars/words.ts'

/** 学时照打的字存，离开时才读成数。 */
export type LectureForm = Omit<Lecture, 'hours'> & { hours: string }
export interface ParticularsForm {
  lecture: LectureForm
  themeDay: ThemeDay
  orgLife: OrgLife
}

const noLecture: LectureForm = { title: '', lecturer: '', lecturerPost: '', hours: '', outline: '', note: '' }
const noThemeDay: ThemeDay = { parts: [], reading: '', highlights: '', shortcomings: '' }
const noOrgLife: OrgLife = { theme: '', study: '', talkPairs: 0, talkTimes: 0, sources: [], examinations: [], criticisms: [] }

export const formOf = ({ lecture, themeDay, orgLife }: Particulars): ParticularsForm => ({
  lecture: lecture ? { ...lecture, hours: String(lecture.hours) } : noLecture,
  themeDay: themeDay ?? noThemeDay,
  orgLife: orgLife ?? noOrgLife,
})

/** 打的学时是多少；不是半学时的整倍数为 undefined。例：hoursOf('1.5') → 1.5；hoursOf('1.2') → undefined */
export const hoursOf = (text: string): number | undefined => {
  const hours = Number(text.normalize('NFKC').trim())
  return text.trim() !== '' && hours >= 0 && hours <= 100 && Number.isInteger(hours * 2) ? hours : undefined
}

const written = (...texts: string[]) => texts.some((text) => text.trim() !== '')

/** 空行去掉。 */
export const orgLifeOf = (form: OrgLife): OrgLife => ({
  ...form,
  theme: form.theme.trim(),
  sources: form.sources.filter(({ source, count }) => source.trim() !== '' || count > 0),
  examinations: form.examinations.filter(({ speaker, text }) => written(speaker, text)),
  criticisms: form.criticisms.filter(({ critic, criticised, text }) => written(critic, criticised, text)),
})

/** 各项还差什么才能存；键是格子的名字。 */
export type Problems = Partial<Record<'title' | 'lecturer' | 'hours' | 'sources' | 'examinations' | 'criticisms', string>>

const ofLecture = ({ title, lecturer, hours }: LectureForm): Problems => ({
  ...(title.trim() === '' ? { title: '请写党课的题目' } : {}),
  ...(lecturer.trim() === '' ? { lecturer: '请写主讲人' } : {}),
  ...(hoursOf(hours) === undefined ? { hours: hours.trim() === '' ? '请写学时' : '学时写数字，最小到半学时，如 1.5' } : {}),
})

const incomplete = <T>(rows: readonly T[], whole: (row: T) => boolean, sentence: (no: number) => string) => {
  const at = rows.findIndex((row) => !whole(row))
  return at < 0 ? undefined : sentence(at + 1)
}

function ofOrgLife(form: OrgLife): Problems {
  const { sources, examinations, criticisms } = orgLifeOf(form)
  const source = incomplete(
    sources,
    (one) => one.source.trim() !== '',
    (no) => `第 ${no} 个来源还没写向谁征求`,
  )
  const examination = incomplete(
    examinations,
    (one) => written(one.speaker) && written(one.text),
    (no) => `第 ${no} 份对照检查要写姓名和内容`,
  )
  const criticism = incomplete(
    criticisms,
    (one) => written(one.critic) && written(one.criticised) && written(one.text),
    (no) => `第 ${no} 条批评意见要写批评人、被批评人和意见`,
  )
  return {
    ...(source ? { sources: source } : {}),
    ...(examination ? { examinations: examination } : {}),
    ...(criticism ? { criticisms: criticism } : {}),
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** 改过、要存的几类。 */
export const changedKinds = (form: ParticularsForm, saved: ParticularsForm, kinds: readonly string[]): ParticularKind[] =>
  particularKindsOf(kinds).filter((kind) => !same(form[kind], saved[kind]))

/** 改过的几类里，还差什么才能存。 */
export const problemsOf = (form: ParticularsForm, changed: readonly ParticularKind[]): Problems => ({
  ...(changed.includes('lecture') ? ofLecture(form.lecture) : {}),
  ...(changed.includes('orgLife') ? ofOrgLife(form.orgLife) : {}),
})
