import { Input, Radio } from 'antd'
import { useId } from 'react'
import type { Grade } from '../../shared/documents/contract.ts'
import { gradeMeanings, gradeWords } from './wanted.ts'

interface GradeRowProps {
  grade: Grade
  onGrade: (grade: Grade) => void
  purpose: string
  onPurpose: (purpose: string) => void
  /** 用途写好了，按回车。 */
  onEnter: () => void
}

const grades = Object.keys(gradeWords) as Grade[]

/** 选级别；上报级要写用途。 */
export function GradeRow({ grade, onGrade, purpose, onPurpose, onEnter }: GradeRowProps) {
  const purposeId = useId()
  return (
    <div className="grade-row">
      <Radio.Group
        aria-label="级别"
        optionType="button"
        value={grade}
        onChange={(event) => onGrade(event.target.value as Grade)}
        options={grades.map((value) => ({ value, label: gradeWords[value] }))}
      />
      <span className="meaning">{gradeMeanings[grade]}</span>
      {grade === 'reported' && (
        <>
          <label htmlFor={purposeId}>用途</label>
          <Input
            id={purposeId}
            autoFocus
            value={purpose}
            maxLength={100}
            placeholder="例：报街道党工委年度统计"
            style={{ width: 260 }}
            onChange={(event) => onPurpose(event.target.value)}
            onPressEnter={onEnter}
          />
        </>
      )}
    </div>
  )
}
