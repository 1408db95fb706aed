import type { MessageInstance } from 'antd/es/message/interface'

let speaker: MessageInstance | undefined

/** 由框架在开机时交给它；之后哪里都能说一句话。 */
export const speakThrough = (message: MessageInstance) => {
  speaker = message
}

/** 屏幕上方的一句话：做成了，或者为什么不能。 */
export const say = {
  done: (sentence: string) => void speaker?.success({ content: sentence, duration: 3 }),
  refused: (sentence: string) => void speaker?.warning({ content: sentence, duration: 8 }),
}
