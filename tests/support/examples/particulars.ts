import type { OpenApp } from '../open-app.ts'
import type { ExamplesOf } from './room.ts'
import { scope } from './scenes.ts'

const lecture = { title: '学习党章', lecturer: '周教授', lecturerPost: '市委党校', hours: 1.5, outline: '一、总纲', note: '外请' }
const themeDay = { parts: ['集中学习', '植树'], reading: '《党章》', highlights: '到得齐', shortcomings: '讨论少' }
const orgLife = {
  theme: '对照检查',
  study: '有关文件',
  talkPairs: 3,
  talkTimes: 4,
  sources: [{ source: '群众', count: 5 }],
  examinations: [{ speaker: '李明', text: '学习不够深入。' }],
  criticisms: [{ critic: '王芳', criticised: '李明', text: '深入基层不够。' }],
}

/** 一次已召开、几类合一、各项都填了的会。 */
async function filled({ app, make }: OpenApp): Promise<number> {
  await make.members(2)
  const meetingId = await make.heldMeeting({ kinds: ['lecture', 'themeDay', 'orgLife'] })
  await app.particulars.writeLecture({ meetingId, lecture })
  await app.particulars.writeThemeDay({ meetingId, themeDay })
  await app.particulars.writeOrgLife({ meetingId, orgLife })
  return meetingId
}
const filledScope = async (open: OpenApp) => {
  await filled(open)
  return scope(open)
}

export const particularsExamples: ExamplesOf<'particulars'> = {
  'particulars.standards': async () => ({}),
  'particulars.page': async (open) => ({ meetingId: await filled(open) }),
  'particulars.lectures': filledScope,
  'particulars.themeDays': filledScope,
  'particulars.orgLives': filledScope,
  'particulars.hours': filledScope,
  'particulars.writeLecture': async (open) => ({ meetingId: await filled(open), lecture: { ...lecture, hours: 2 } }),
  'particulars.writeThemeDay': async (open) => ({ meetingId: await filled(open), themeDay: { ...themeDay, parts: ['志愿服务'] } }),
  'particulars.writeOrgLife': async (open) => ({
    meetingId: await filled(open),
    orgLife: { ...orgLife, criticisms: [{ critic: '李明', criticised: '王芳', text: '原则性可再强些。' }, ...orgLife.criticisms] },
  }),
}
