import { useDeferredValue } from 'react'
import { showDay } from '../../shared/ledger/columns.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'

/** 党员名册里有同名的人就说一句；没有身份证号时只能靠人看。 */
export function Namesakes({ name }: { name: string }) {
  const wanted = useDeferredValue(name).trim()
  const found = useAsk(app.applicants.namesakes, { name: wanted }, { enabled: wanted.length > 1, keep: true }).data ?? []
  if (wanted.length < 2 || found.length === 0) return null
  const told = found.map(({ branchName, birthDay }) => (birthDay ? `${branchName}，${showDay(birthDay)}生` : branchName)).join('；')
  return (
    <p className="note-warning" role="status">
      党员名册里已有“{wanted}”（{told}），请先看一看是不是同一个人。
    </p>
  )
}
