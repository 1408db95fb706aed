import { earliestDay } from '../../shared/kit/calendar.ts'
import { columnsOf } from '../../shared/ledger/define.ts'
import { anniversariesIn } from '../../shared/members/anniversaries.ts'
import { membersLedger } from '../../shared/members/ledger.ts'
import { toldApart } from '../../shared/members/namesakes.ts'
import { memberWarnings } from '../../shared/members/rules.ts'
import { categoryWords, standingWords } from '../../shared/members/words.ts'
import { postWords } from '../../shared/organizations/words.ts'
import * as applicants from '../applicants/repository.ts'
import { refuse } from '../core/refuse.ts'
import type { Reader, Service } from '../core/services.ts'
import { clearFields, fillFields } from '../fields/fill.ts'
import * as fields from '../fields/repository.ts'
import { tableWords } from '../history/words.ts'
import * as organizations from '../organizations/repository.ts'
import { dictionary, memberLimits } from '../rules/packs.ts'
import { datedRows, setFrom } from './dated-rows.ts'
import { amendMember, enrol, refuseWrongPlace } from './enrol.ts'
import { mergeMembers, planMerge, whyCannotMerge } from './merge.ts'
import * as members from './repository.ts'
import { dayOfLedger, factsOf, shown } from './rows.ts'

const named = async (db: Reader, id: number) => (await members.find(db, id)) ?? refuse('members.notFound')

export const membersService: Service<'members'> = {
  standards: () => ({
    limits: memberLimits(),
    educations: [...dictionary('education').words.values()],
    ethnicities: [...dictionary('ethnicity').words.values()],
  }),

  async list({ db, today }, { organizationId, day = today, text, standing }) {
    const cells = await fields.cellsOf(db)
    return (await members.list(db, { organizationId, day, text, everyone: standing === 'all' })).map((row) => shown(row, day, cells))
  },

  async overview({ db, today }, { organizationId }) {
    const { people, known } = await members.count(db, organizationId, today)
    return { people, withoutId: people - known }
  },

  async doubtful({ db, today }, { organizationId }) {
    const limits = memberLimits()
    const known = (await members.list(db, { organizationId, day: today })).filter(({ idNumber }) => idNumber)
    return known.filter((one) => memberWarnings(factsOf(one), today, limits).length > 0).length
  },

  anniversaries: async ({ db, today }, { organizationId, month }) =>
    anniversariesIn(month, await members.datedIn(db, { organizationId, day: today, month: month.slice(5) })),

  find: async ({ db, today }, { text, limit }) =>
    text.trim() === '' ? [] : toldApart(await members.search(db, text, limit, today)).map(({ birthDay: _, ...one }) => one),

  async roster({ db, today }, { organizationId, year }) {
    const day = dayOfLedger(year, today)
    const cells = await fields.cellsOf(db)
    return (await members.list(db, { organizationId, day })).map((row) => shown(row, day, cells))
  },

  async everyone({ db, today }, { organizationId }) {
    const cells = await fields.cellsOf(db)
    return (await members.list(db, { organizationId, day: today, everyone: true })).map((row) => shown(row, today, cells))
  },

  async page({ db, today }, { id }) {
    const row = (await members.current(db, id, today)) ?? refuse('members.notFound')
    const posts = await members.postsOf(db, id)
    const meetings = await members.meetingsAttended(db, id)
    return {
      member: shown(row, today, await fields.cellsOf(db, id)),
      ...(await datedRows(db, id)),
      posts: posts.map((post) => ({ ...post, title: postWords[post.title] })),
      meetings: meetings.map((meeting) => ({ ...meeting, kinds: meeting.kinds.split(',') })),
    }
  },

  async admit({ db, today, subject }, admission) {
    subject(admission.facts.name)
    const [id = 0] = await enrol(db, [admission], today)
    await fillFields(
      db,
      admission.custom.map((value) => ({ ...value, memberId: id })),
    )
    return { id }
  },

  async amend({ db, today, subject }, { id, facts, custom }) {
    subject(facts.name ?? (await named(db, id)).name)
    await amendMember(db, id, facts, today)
    await fillFields(
      db,
      custom.map((value) => ({ ...value, memberId: id })),
    )
    return { id }
  },

  async move({ db, subject }, { id, organizationId, fromDay }) {
    const { name } = await named(db, id)
    await refuseWrongPlace(db, organizationId, null)
    await setFrom(db, 'memberBranch', id, fromDay, { organizationId })
    await setFrom(db, 'memberGroup', id, fromDay, { organizationId: null })
    subject(`${name} 到 ${(await organizations.find(db, organizationId))?.name ?? ''}`)
    return { id }
  },

  async moveAll({ db, today, subject }, { ids, organizationId, fromDay }) {
    await refuseWrongPlace(db, organizationId, null)
    let changed = 0
    for (const id of ids) {
      const member = (await members.current(db, id, today)) ?? refuse('members.notFound')
      if (member.organizationId === organizationId) continue
      await setFrom(db, 'memberBranch', id, fromDay, { organizationId })
      await setFrom(db, 'memberGroup', id, fromDay, { organizationId: null })
      changed += 1
    }
    subject(`${changed} 人到 ${(await organizations.find(db, organizationId))?.name ?? ''}`)
    return { changed }
  },

  async amendAll({ db, today, subject }, { ids, change }) {
    const people = new Map((await members.named(db, ids)).map((row) => [row.id, row]))
    if (ids.some((id) => !people.has(id))) refuse('members.notFound')
    if ('fieldId' in change) {
      const { fieldId, value } = change
      const field = (await fields.described(db)).find(({ id }) => id === fieldId) ?? refuse('fields.notFound')
      subject(`${field.name} ${ids.length} 人`)
      return {
        changed: await fillFields(
          db,
          ids.map((memberId) => ({ memberId, fieldId, value })),
        ),
      }
    }
    for (const id of ids) await amendMember(db, id, change, today)
    const labels = columnsOf(membersLedger).flatMap(({ field, column }) => (field in change ? [column.label] : []))
    subject(`${labels.join('、')} ${ids.length} 人`)
    return { changed: ids.length }
  },

  async assignGroup({ db, today, subject }, { ids, groupId, fromDay }) {
    for (const id of ids) {
      // 看编组那天在哪个支部；那天还没有履历的看今天
      const then = await members.current(db, id, earliestDay(fromDay))
      const member = then ?? (await members.current(db, id, today)) ?? refuse('members.notFound')
      if (groupId !== null) await refuseWrongPlace(db, member.organizationId, groupId)
      await setFrom(db, 'memberGroup', id, fromDay, { organizationId: groupId })
    }
    const group = groupId === null ? '不编组' : (await organizations.find(db, groupId))?.name
    subject(`${group} ${ids.length} 人`)
    return { changed: ids.length }
  },

  async changeCategory({ db, subject }, { id, category, fromDay }) {
    const { name, fullMemberOn } = await named(db, id)
    subject(`${name} ${categoryWords[category]}`)
    await setFrom(db, 'memberCategory', id, fromDay, { category })
    // 转正日期还空着，就是这一天。
    if (category === 'formal' && fullMemberOn === null) await members.update(db, id, { fullMemberOn: fromDay })
    return { id }
  },

  async changeStanding({ db, subject }, { id, standing, fromDay }) {
    subject(`${(await named(db, id)).name} ${standingWords[standing]}`)
    await setFrom(db, 'memberStanding', id, fromDay, { standing })
    return { id }
  },

  async mergePreview({ db, today }, { keep, drop }) {
    const rows = [await named(db, keep), await named(db, drop)].map(({ id }) => id)
    const [kept, dropped] = await Promise.all(
      rows.map(async (id) =>
        shown((await members.current(db, id, today)) ?? refuse('members.notFound'), today, await fields.cellsOf(db, id)),
      ),
    )
    const merging = { keep, drop, take: [] }
    const moves = await planMerge(db, merging)
    return {
      keep: kept ?? refuse('members.notFound'),
      drop: dropped ?? refuse('members.notFound'),
      moves: moves.map((move) => ({
        what: tableWords[move.reference.table]?.name ?? move.reference.table,
        moved: move.moved.length,
        dropped: move.dropped.length,
      })),
      refusal: (await whyCannotMerge(db, merging, moves)) ?? null,
    }
  },

  async merge({ db, subject }, merging) {
    const [keep, drop] = [await named(db, merging.keep), await named(db, merging.drop)]
    subject(keep.name === drop.name ? `${keep.name} 的两份` : `${drop.name} 并入 ${keep.name}`)
    return { id: keep.id, moved: await mergeMembers(db, merging, { keep, drop }) }
  },

  async strike({ db, subject }, { id }) {
    const { name } = await named(db, id)
    const { length } = await members.meetingsAttended(db, id)
    const excluded = await members.timesExcluded(db, id)
    if (length + excluded > 0) refuse('members.inUse', { name, meetings: length + excluded })
    if ((await applicants.ofMember(db, id)).length > 0) refuse('applicants.memberLinked', { name })
    await clearFields(db, id)
    await members.remove(db, id)
    subject(name)
    return { id }
  },
}
