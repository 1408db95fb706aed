import type { MinutesPlan } from './papers/minutes.ts'

/*
 * 没有填的从不代拟，也不印“未填写”：正文里留一道横线，格子里空着，检查的人和记录的人都看得见、可以手写；
 * 复制的文字（发微信、贴进别的文档）写不了字，干脆不写这一项。
 */

/** 一道横线，约 ems 个字宽。 */
export const rule = (ems = 6): string => '_'.repeat(ems * 2)
export const orRule = (text: string, ems?: number): string => text || rule(ems)

/** 一件议定事项的责任人与时限，留着线手写。例：dutyLine({ responsible: '王芳', due: '' }) // '责任人：王芳　　完成时限：____________' */
export const dutyLine = ({ responsible, due }: { responsible: string; due: string }): string =>
  `责任人：${orRule(responsible)}　　完成时限：${orRule(due)}`

/** 复制的文字里，责任人与时限填了哪项写哪项。例：dutyWords({ responsible: '王芳', due: '' }) // '（责任人：王芳）' */
export const dutyWords = ({ responsible, due }: { responsible: string; due: string }): string => {
  const said = [responsible && `责任人：${responsible}`, due && `完成时限：${due}`].filter(Boolean)
  return said.length > 0 ? `（${said.join('，')}）` : ''
}

/** 记录里哪几处空着，印之前说给人听。 */
export const unfilledIn = ({ topic, time, place, host, recorder, agenda, discussions, decisions }: MinutesPlan): string[] => {
  const texts = { 会议主题: topic, 时间: time, 地点: place, 主持人: host, 记录人: recorder }
  return [
    ...Object.entries(texts).flatMap(([label, text]) => (text === '' ? [label] : [])),
    ...(agenda.length === 0 ? ['会议议题'] : []),
    ...(discussions.length === 0 ? ['讨论情况'] : []),
    ...(decisions.length === 0 ? ['议定事项'] : []),
    ...(decisions.some(({ responsible }) => responsible === '') ? ['议定事项的责任人'] : []),
    ...(decisions.some(({ due }) => due === '') ? ['议定事项的完成时限'] : []),
  ]
}
