import type { Lecture, ThemeDay } from '../../../shared/particulars/contract.ts'
import type { Addition } from './meetings.ts'

/** 哪几次会上讲了什么党课、主题党日做了什么。 */
const lectures: Readonly<Record<string, Lecture>> = {
  '学习党章总纲，重温入党誓词': {
    title: '总纲里的根本宗旨',
    lecturer: '周明礼',
    lecturerPost: '党总支书记',
    hours: 2,
    outline: '一、根本宗旨写在哪里\n二、商会服务小茶企的三件事\n三、窗口怎样少让人跑一趟',
    note: '',
  },
  '党课：诚信是茶业的根': {
    title: '诚信是茶业的根',
    lecturer: '沈若兰',
    lecturerPost: '支部副书记',
    hours: 1.5,
    outline: '一、三家老字号的故事\n二、党员示范岗立什么样的规矩',
    note: '',
  },
}
const themeDays: Readonly<Record<string, ThemeDay>> = {
  '学习党章总纲，重温入党誓词': {
    parts: ['集中学习', '重温誓词', '交纳党费'],
    reading: '《中国共产党章程》总纲',
    highlights: '全体面向党旗重温誓词，联系窗口服务谈体会',
    shortcomings: '外出的同志只能事后补学',
  },
  '走访困难茶农，了解资金周转情况': {
    parts: ['志愿服务', '入户走访'],
    reading: '',
    highlights: '六户逐户记下难处，一个月内回话',
    shortcomings: '有两户约的时间不巧，没有见到当家人',
  },
}

/** 那次会上自己的几项。 */
export const particularsAt: Addition = async ({ app }, { id: meetingId, topic }) => {
  const [lecture, themeDay] = [lectures[topic], themeDays[topic]]
  if (lecture) await app.particulars.writeLecture({ meetingId, lecture })
  if (themeDay) await app.particulars.writeThemeDay({ meetingId, themeDay })
}
