import type { Decision, MeetingPage, Speech } from '../../shared/meetings/contract.ts'

let last = 0
/** 列表里每一段自己的记号，只给界面用。 */
const mark = () => {
  last += 1
  return last
}

export interface SpeechEntry extends Speech {
  mark: number
}
export interface DecisionEntry extends Decision {
  mark: number
}
export interface MinutesForm {
  speeches: SpeechEntry[]
  decisions: DecisionEntry[]
}
export interface MinutesContent {
  speeches: Speech[]
  decisions: Decision[]
}

export const newSpeech = (agendaNo: number | null, speaker = '', text = ''): SpeechEntry => ({ mark: mark(), agendaNo, speaker, text })
export const newDecision = (): DecisionEntry => ({ mark: mark(), text: '', responsible: '', due: null })

export const formOf = ({ speeches, decisions }: MinutesContent): MinutesForm => ({
  speeches: speeches.map((one) => ({ ...one, mark: mark() })),
  decisions: decisions.map((one) => ({ ...one, mark: mark() })),
})

const byAgenda = (a: Speech, b: Speech) => (a.agendaNo ?? Number.MAX_SAFE_INTEGER) - (b.agendaNo ?? Number.MAX_SAFE_INTEGER)

/** 要存的内容：空段去掉，发言按议程的次序。 */
export const contentOf = ({ speeches, decisions }: MinutesForm): MinutesContent => ({
  speeches: speeches
    .filter(({ text, speaker }) => text.trim() !== '' || speaker.trim() !== '')
    .map(({ agendaNo, speaker, text }) => ({ agendaNo, speaker: speaker.trim(), text }))
    .sort(byAgenda),
  decisions: decisions
    .filter(({ text, responsible }) => text.trim() !== '' || responsible.trim() !== '')
    .map(({ text, responsible, due }) => ({ text, responsible: responsible.trim(), due })),
})

export const savedIn = ({ speeches, decisions }: MeetingPage): MinutesContent => contentOf({ ...formOf({ speeches, decisions }) })

export const sameContent = (a: MinutesContent, b: MinutesContent) => JSON.stringify(a) === JSON.stringify(b)

/** 在这一段之后插进一段；找不到就放到最后。 */
export const insertAfter = <T extends { mark: number }>(list: readonly T[], after: number | undefined, one: T): T[] => {
  const index = list.findIndex((item) => item.mark === after)
  return index < 0 ? [...list, one] : [...list.slice(0, index + 1), one, ...list.slice(index + 1)]
}

export const change = <T extends { mark: number }>(list: readonly T[], at: number, next: Partial<NoInfer<T>>): T[] =>
  list.map((item) => (item.mark === at ? { ...item, ...next } : item))
