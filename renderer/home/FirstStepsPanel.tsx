import { Button } from 'antd'
import { navigate } from 'wouter/use-hash-location'
import type { Id } from '../../shared/kit/values.ts'
import { isBranch } from '../../shared/organizations/rules.ts'
import { app } from '../app.ts'
import { useAsk } from '../kit/ask.ts'
import { goAnd } from '../kit/intent.ts'
import { useWhere } from '../shell/where.ts'

interface Step {
  text: string
  note: string
  done: boolean
  verb: string
  act: () => void
  /** 另一条路。 */
  other?: { verb: string; act: () => void }
}

interface FirstStepsPanelProps {
  people: number
  /** 头一次安排的会。 */
  first: Id | undefined
  /** 开过会了。 */
  met: boolean
  /** 签到表保存或打印过。 */
  printed: boolean
  onHide: () => void
}

/** 从这里开始：走到打印出第一张签到表；都做了，或者开过一次会，就不再列。 */
export function FirstStepsPanel({ people, first, met, printed, onHide }: FirstStepsPanelProps) {
  const { organizationId, organization, organizations } = useWhere()
  const posts = useAsk(app.organizations.posts, { organizationId }, { keep: true }).data
  const branch = isBranch(organization.kind)
  const steps: Step[] = [
    ...(branch
      ? []
      : [
          {
            text: '把下面的支部建起来',
            note: '党员编在支部里；总支、党委自己不编党员',
            done: organizations.some(({ kind }) => isBranch(kind)),
            verb: '新建支部',
            act: () => goAnd('/organizations', 'organizations.found'),
          },
        ]),
    {
      text: '把党员放进来',
      note: 'Excel、WPS 名册不用改格式，逐行看过再导入',
      done: people > 0,
      verb: '导入名册',
      act: () => navigate('/imports'),
      other: { verb: '手工登记', act: () => goAnd('/members', 'members.admit') },
    },
    {
      text: '写上书记、支委和党小组',
      note: '支部委员会会议、党小组会的应到由此而来；没有支委会的跳过',
      done: (posts?.length ?? 0) > 0,
      verb: '去组织',
      act: () => navigate('/organizations'),
    },
    {
      text: '安排一次会',
      note: '写上议题和日期，应到的人自己就有了',
      done: first !== undefined,
      verb: '新建会议',
      act: () => goAnd('/meetings', 'meetings.plan'),
    },
    {
      text: '打印签到表',
      note: '名字已印好，拿到会上签',
      done: printed,
      verb: '去打印',
      act: () => (first ? navigate(`/meetings/${first}`) : goAnd('/meetings', 'meetings.plan')),
    },
  ]
  const next = steps.find(({ done }) => !done)
  if (next === undefined || met) return null
  return (
    <section className="panel first-steps" aria-label="从这里开始">
      <div className="panel-head">
        <h2>从这里开始</h2>
        <Button type="text" size="small" onClick={onHide}>
          不再显示
        </Button>
      </div>
      <ol>
        {steps.map((step, index) => (
          <li key={step.text} className={step.done ? 'is-done' : undefined} aria-current={step === next ? 'step' : undefined}>
            <span className="first-steps-mark" aria-hidden="true">
              {step.done ? '✓' : index + 1}
            </span>
            <span className="first-steps-text">
              {step.text}
              {step.done && <span className="sr-only">，已做</span>}
              {!step.done && <small>{step.note}</small>}
            </span>
            {!step.done && step.other && <Button onClick={step.other.act}>{step.other.verb}</Button>}
            {!step.done && (
              <Button type={step === next ? 'primary' : 'default'} onClick={step.act}>
                {step.verb}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
