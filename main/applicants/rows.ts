import type { ApplicantRow, DevelopmentRules } from '../../shared/applicants/contract.ts'
import { nextStep, stageOn } from '../../shared/applicants/rules.ts'
import { ageOn } from '../../shared/kit/calendar.ts'
import type { StoredApplicant } from './repository.ts'

/** 名单上的一行：表里的样子加上那天走到哪一步、年龄、接下来做什么。 */
export const shown = (row: StoredApplicant, day: string, rules: DevelopmentRules): ApplicantRow => ({
  ...row,
  stage: stageOn(row, day),
  age: ageOn(row.birthDay, day),
  next: nextStep(row, day, rules),
})
