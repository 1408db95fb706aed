import { useKept } from '../kit/remembered.ts'

interface FirstSteps {
  /** 签到表保存或打印过。 */
  printed: boolean
  /** 人说过不用再列了。 */
  hidden: boolean
}

/** 从建好台账到第一张签到表，走到了哪里；数得出来的（有没有党员、会议）不记在这里。 */
export const useFirstSteps = () => useKept<FirstSteps>('view/firstSteps', { printed: false, hidden: false })
