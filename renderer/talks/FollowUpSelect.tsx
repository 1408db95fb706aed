import { Select } from 'antd'
import type { FollowUp } from '../../shared/talks/contract.ts'
import { followUpWords } from '../../shared/talks/words.ts'

interface FollowUpSelectProps {
  id?: string
  'aria-label'?: string
  value: FollowUp
  onChange: (followUp: FollowUp) => void
}

const options = (Object.keys(followUpWords) as FollowUp[]).map((value) => ({ value, label: followUpWords[value] }))

/** 谈完之后跟进到哪一步。 */
export const FollowUpSelect = (props: FollowUpSelectProps) => <Select<FollowUp> {...props} options={options} />
