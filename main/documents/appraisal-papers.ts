import { gradedOf } from '../../shared/appraisal/rules.ts'
import type { Wanted } from '../../shared/documents/contract.ts'
import { calledIn } from '../../shared/members/namesakes.ts'
import type { TaskContext } from '../core/services.ts'
import { fileName } from './file-name.ts'
import type { Composed } from './ledger-papers.ts'
import { mostOnHalf } from './papers/ballots.ts'
import { plainDay } from './plain-day.ts'

/** 一轮民主评议的测评票：只列要评定等次的人；人多时半页放不下，就一页一张。 */
export async function composeBallots(
  { app, today, session }: TaskContext,
  { roundId, perPage: wanted, back }: Extract<Wanted, { kind: 'ballots' }>,
): Promise<Composed> {
  const [{ round, entries }, { situations, situationsArticle }] = await Promise.all([
    app.appraisal.page({ id: roundId }),
    app.appraisal.standards({}),
  ])
  const names = gradedOf(entries).map(calledIn)
  const perPage = names.length > mostOnHalf ? 1 : wanted
  return {
    plan: {
      kind: 'ballots',
      title: `${round.organizationName}民主评议党员测评票`,
      about: `${round.year} 年度　${plainDay(round.day)}　无记名`,
      names,
      perPage,
      situations: back ? situations : [],
      demo: session.describe()?.demo ?? false,
    },
    name: fileName([round.organizationName, '民主评议测评票', String(round.year)], today, 'pdf'),
    notes: [
      `参加评议 ${round.participants} 人，一人一张；一页 ${perPage} 张，要印 ${Math.ceil(round.participants / perPage)} 份${perPage === 2 ? '，居中裁开' : ''}。`,
      ...(perPage < wanted ? [`要评定的有 ${names.length} 人，半页放不下，改为一页一张。`] : []),
      ...(back ? [`请双面打印。背面的情形：${situationsArticle}。`] : []),
    ],
  }
}
