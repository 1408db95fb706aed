import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Direction, ProjectKind } from '../../shared/finances/contract.ts'
import { directionWords, projectWords } from '../../shared/finances/words.ts'
import { showFen } from '../../shared/kit/money.ts'
import { app } from '../app.ts'
import { useAct, useAsk } from '../kit/ask.ts'
import { DayInput, problemOfDay } from '../kit/DayInput.tsx'
import { Dialog } from '../kit/Dialog.tsx'
import { Empty } from '../kit/Empty.tsx'
import { Field } from '../kit/Field.tsx'
import { Waiting } from '../kit/Waiting.tsx'
import { useWhere } from '../shell/where.ts'
import { OpenAccountDialog } from './OpenAccountDialog.tsx'

/** 项目、账户与收支科目。 */
export function ProjectsTab() {
  const { organizationId, today } = useWhere()
  const projects = useAsk(app.finances.projects, { organizationId })
  const categories = useAsk(app.finances.categories, { organizationId })
  const accounts = useAsk(app.finances.accounts, { organizationId })
  const [adding, setAdding] = useState<'project' | 'category' | 'account'>()
  const end = useAct(app.finances.endProject)
  const retire = useAct(app.finances.retireCategory)
  const close = useAct(app.finances.closeAccount)
  if (!projects.data || !categories.data || !accounts.data) return <Waiting error={projects.error ?? categories.error ?? accounts.error} />
  return (
    <section className="finances-page finances-columns">
      <section className="panel">
        <div className="panel-head">
          <h2>项目</h2>
          <Button onClick={() => setAdding('project')}>新增项目</Button>
        </div>
        {projects.data.length === 0 ? (
          <Empty sentence="还没有项目。党建品牌、助学助农、关爱慰问都可以立一个，收支自动归到它名下。" />
        ) : (
          <table className="posts finances-table">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">种类</th>
                <th scope="col" className="num">
                  收入
                </th>
                <th scope="col" className="num">
                  支出
                </th>
                <th scope="col" className="num">
                  受助人次
                </th>
                <th scope="col">
                  <span className="sr-only">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {projects.data.map(({ id, name, kind, income, expense, helped, endedOn }) => (
                <tr key={id} className={endedOn ? 'is-former' : ''}>
                  <td>{name}</td>
                  <td>{projectWords[kind]}</td>
                  <td className="num">{showFen(income)}</td>
                  <td className="num">{showFen(expense)}</td>
                  <td className="num">{helped || ''}</td>
                  <td className="posts-act">
                    {endedOn ? (
                      '已结束'
                    ) : (
                      <Button size="small" aria-label={`结束：${name}`} onClick={() => void end.run({ id, on: today })}>
                        结束
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <div>
        <section className="panel">
          <div className="panel-head">
            <h2>账户</h2>
            <Button onClick={() => setAdding('account')}>开立账户</Button>
          </div>
          <ul className="finances-list">
            {accounts.data.map(({ id, name, balance, closedOn }) => (
              <li key={id} className={closedOn ? 'is-former' : ''}>
                <span>{name}</span>
                <b className="num">{showFen(balance)}</b>
                {closedOn ? (
                  '已停用'
                ) : (
                  <Button size="small" aria-label={`停用：${name}`} onClick={() => void close.run({ id, on: today })}>
                    停用
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
        <section className="panel">
          <div className="panel-head">
            <h2>收支科目</h2>
            <Button onClick={() => setAdding('category')}>新增科目</Button>
          </div>
          <ul className="finances-list">
            {categories.data.map(({ id, direction, name, retired }) => (
              <li key={id} className={retired ? 'is-former' : ''}>
                <span>
                  {directionWords[direction]}　{name}
                </span>
                <Button
                  size="small"
                  aria-label={`${retired ? '恢复' : '停用'}：${name}`}
                  onClick={() => void retire.run({ id, retired: !retired })}
                >
                  {retired ? '恢复' : '停用'}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      {adding === 'project' && <ProjectDialog onClose={() => setAdding(undefined)} />}
      {adding === 'category' && <CategoryDialog onClose={() => setAdding(undefined)} />}
      {adding === 'account' && <OpenAccountDialog onClose={() => setAdding(undefined)} />}
    </section>
  )
}

function ProjectDialog({ onClose }: { onClose: () => void }) {
  const { organizationId, today } = useWhere()
  const [kind, setKind] = useState<ProjectKind>('brand')
  const [name, setName] = useState('')
  const [startedOn, setStartedOn] = useState<string | null>(today)
  const add = useAct(app.finances.addProject, { quiet: true })
  const save = async () => {
    if (startedOn && (await add.run({ organizationId, kind, name: name.trim(), startedOn }))) onClose()
  }
  return (
    <Dialog
      title="新增项目"
      verb="新增"
      onSave={() => void save()}
      onClose={onClose}
      dirty={name !== ''}
      busy={add.busy}
      disabled={name.trim() === '' || startedOn === null || problemOfDay(startedOn) !== undefined}
      refusal={add.refusal}
    >
      <Field label="名称" required>
        {(id) => <Input id={id} autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="种类" required hint="关爱慰问的支出可以逐人写慰问对象">
        {(id) => (
          <select id={id} className="native-select" value={kind} onChange={(event) => setKind(event.target.value as ProjectKind)}>
            {(Object.keys(projectWords) as ProjectKind[]).map((each) => (
              <option key={each} value={each}>
                {projectWords[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="开始日期" required>
        {(id) => <DayInput id={id} value={startedOn} onChange={setStartedOn} />}
      </Field>
    </Dialog>
  )
}

function CategoryDialog({ onClose }: { onClose: () => void }) {
  const { organizationId } = useWhere()
  const [direction, setDirection] = useState<Direction>('expense')
  const [name, setName] = useState('')
  const add = useAct(app.finances.addCategories, { quiet: true })
  const save = async () => {
    if (await add.run({ organizationId, categories: [{ direction, name: name.trim() }] })) onClose()
  }
  return (
    <Dialog
      title="新增科目"
      verb="新增"
      onSave={() => void save()}
      onClose={onClose}
      dirty={name !== ''}
      busy={add.busy}
      disabled={name.trim() === ''}
      refusal={add.refusal}
    >
      <Field label="收入还是支出" required>
        {(id) => (
          <select id={id} className="native-select" value={direction} onChange={(event) => setDirection(event.target.value as Direction)}>
            <option value="expense">支出</option>
            <option value="income">收入</option>
          </select>
        )}
      </Field>
      <Field label="科目名称" required>
        {(id) => <Input id={id} autoFocus maxLength={30} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
    </Dialog>
  )
}
