import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { Id } from '../../shared/kit/values.ts'
import { showDay } from '../../shared/ledger/columns.ts'
import type { Organization, PostRow, PostTitle } from '../../shared/organizations/contract.ts'
import { isBranch, isCommitteePost } from '../../shared/organizations/rules.ts'
import { postWords } from '../../shared/organizations/words.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Field } from '../kit/Field.tsx'
import { fitsPerson, type PersonChoice, personChoices } from '../kit/NameInput.tsx'
import { useWhere } from '../shell/where.ts'

/** 任职：现任在上，历任在下。 */
export function PostsPanel({ organization, posts }: { organization: Organization; posts: readonly PostRow[] }) {
  const { today } = useWhere()
  const [appointing, setAppointing] = useState(false)
  const [relieving, setRelieving] = useState<PostRow>()
  const inOffice = posts.filter((post) => !post.untilDay || post.untilDay > today)
  const former = posts.filter((post) => post.untilDay && post.untilDay <= today)
  const group = organization.kind === 'group'
  const title = group ? '组长' : isBranch(organization.kind) ? '支部委员会' : '班子成员'
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{title}</h2>
        {!organization.dissolvedOn && <Button onClick={() => setAppointing(true)}>任命</Button>}
      </div>
      {posts.length === 0 ? (
        <Empty sentence={group ? '还没有组长。' : '还没有登记书记、委员。支委会的应到名单由这里来。'} />
      ) : (
        <table className="posts">
          <thead>
            <tr>
              <th scope="col">职务</th>
              <th scope="col">姓名</th>
              <th scope="col">任职</th>
              <th scope="col">免职</th>
              <th scope="col">
                <span className="sr-only">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {[...inOffice, ...former].map((post) => (
              <tr key={post.id} className={former.includes(post) ? 'is-former' : ''}>
                <td>{postWords[post.title]}</td>
                <td>{post.memberName}</td>
                <td className="num">{showDay(post.fromDay)}</td>
                <td className="num">{post.untilDay ? showDay(post.untilDay) : '在任'}</td>
                <td className="posts-act">
                  {!post.untilDay && (
                    <Button
                      size="small"
                      onClick={() => setRelieving(post)}
                      aria-label={`免职：${post.memberName} ${postWords[post.title]}`}
                    >
                      免职
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {appointing && <AppointDialog organization={organization} onClose={() => setAppointing(false)} />}
      {relieving && <RelieveDialog post={relieving} onClose={() => setRelieving(undefined)} />}
    </section>
  )
}

function AppointDialog({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { today } = useWhere()
  const people = useAsk(app.members.list, { organizationId: organization.id }).data
  const choices = useMemo(() => personChoices(people ?? []), [people])
  const titles = (Object.keys(postWords) as PostTitle[]).filter((title) => isCommitteePost(title) !== (organization.kind === 'group'))
  const [title, setTitle] = useState<PostTitle>(titles[0] ?? 'secretary')
  const [memberId, setMemberId] = useState<Id | null>(null)
  const [fromDay, setFromDay] = useState<string | null>(today)
  const appoint = useAct(app.organizations.appoint, { quiet: true })
  const problem = fromDay === null ? '请填日期。' : problemOfDay(fromDay, true)
  const save = async () => {
    if (fromDay && memberId && (await appoint.run({ organizationId: organization.id, memberId, title, fromDay }))) onClose()
  }
  return (
    <Dialog
      title={`任命：${organization.name}`}
      verb="任命"
      onSave={() => void save()}
      onClose={onClose}
      dirty={memberId !== null}
      busy={appoint.busy}
      refusal={appoint.refusal}
      disabled={memberId === null || problem !== undefined}
      width={440}
    >
      {people?.length === 0 ? (
        <p className="hint">这里还没有党员，先到“党员”里登记。</p>
      ) : (
        <>
          <Field label="职务" required>
            {(id) => (
              <select id={id} className="native-select" value={title} onChange={(event) => setTitle(event.target.value as PostTitle)}>
                {titles.map((one) => (
                  <option key={one} value={one}>
                    {postWords[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label="谁" required>
            {(id) => (
              <Select<Id, PersonChoice>
                id={id}
                value={memberId}
                onChange={setMemberId}
                placeholder="打姓名或首字母"
                showSearch={{ filterOption: fitsPerson }}
                notFoundContent="没有找到"
                options={choices}
              />
            )}
          </Field>
          <Field label="任职日期" required hint="当选或批复之日；只知道年月就写年月">
            {(id) => <DayInput id={id} monthAllowed value={fromDay} onChange={setFromDay} />}
          </Field>
        </>
      )}
    </Dialog>
  )
}

function RelieveDialog({ post, onClose }: { post: PostRow; onClose: () => void }) {
  const { today } = useWhere()
  const [untilDay, setUntilDay] = useState<string | null>(today)
  const relieve = useAct(app.organizations.relieve, { quiet: true })
  const problem = untilDay === null ? '请填日期。' : problemOfDay(untilDay, true)
  const save = async () => {
    if (untilDay && (await relieve.run({ postId: post.id, untilDay }))) onClose()
  }
  return (
    <Dialog
      title={`免职：${post.memberName} ${postWords[post.title]}`}
      verb="免职"
      dirty={untilDay !== today}
      onSave={() => void save()}
      onClose={onClose}
      busy={relieve.busy}
      refusal={relieve.refusal}
      disabled={problem !== undefined}
      width={440}
    >
      <Field label="免职日期" required hint="当天起不再任职；任职的记录留着">
        {(id) => <DayInput id={id} monthAllowed value={untilDay} onChange={setUntilDay} />}
      </Field>
    </Dialog>
  )
}
