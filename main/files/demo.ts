import type { Client } from '../../shared/contract.ts'
import { addDays, addMonths, endOfMonth } from '../../shared/kit/calendar.ts'
import type { Day, Instant } from '../../shared/kit/values.ts'
import type { MemberFacts } from '../../shared/members/contract.ts'
import type { Job } from '../core/jobs.ts'
import { type DemoMeeting, type DemoMember, demoSource } from './demo-source.ts'

/** 几个月前的某号；没有这天取月末，还没到取今天。例：monthsBefore('2026-11-22', 2, 31) → '2026-09-30' */
const monthsBefore = (today: Day, months: number, date: number): Day => {
  const month = addMonths(`${today.slice(0, 7)}-01`, -months).slice(0, 7)
  const last = endOfMonth(month)
  const day = `${month}-${String(date).padStart(2, '0')}`
  return [day, last, today].reduce((earliest, each) => (each < earliest ? each : earliest))
}

/** 那天下午办公的时候（北京时间）。 */
const afternoonOf = (day: Day): Instant => new Date(`${day}T17:20:00+08:00`).toISOString()

/** '@-8' 是八个月前：入党日期到日，其余到月。 */
const settled = (facts: DemoMember['facts'], today: Day): Partial<MemberFacts> & { name: string } => {
  const entries = Object.entries(facts).map(([field, value]) => {
    if (typeof value !== 'string' || !value.startsWith('@-')) return [field, value]
    const day = monthsBefore(today, Number(value.slice(2)), 10)
    return [field, field === 'joinedOn' ? day : day.slice(0, 7)]
  })
  return Object.fromEntries(entries)
}

interface Step {
  day: Day
  what: string
  take(): Promise<void>
}

/**
 * 用真的命令填满演示台账：一个总支、三个支部、六十名虚构的党员、近一年的会议。
 * 各步按日子先后进行；moveClockTo 在每一步之前拨到那天下午，省略时都记作现在录入。
 * @throws Refused 底稿与规则不合时，与人手录入一样被拒绝
 */
export async function fillDemo(
  app: Client,
  today: Day,
  job: Pick<Job, 'progress' | 'checkpoint'>,
  moveClockTo: (at: Instant) => void = () => {},
): Promise<void> {
  const source = demoSource()
  const organizations = new Map<string, number>()
  const members = new Map<string, number>()
  const organization = (key: string | null | undefined) => (key ? (organizations.get(key) ?? unknownKey(key)) : null)
  const member = (key: string) => members.get(key) ?? unknownKey(key)

  const found = async () => {
    for (const { key, parent, kind, name, foundedOn } of source.organizations)
      organizations.set(key, (await app.organizations.found({ parentId: organization(parent), kind, name, foundedOn })).id)
  }
  const admit = async ({ key, branch, group, category, facts, movesFrom }: DemoMember) => {
    const { id } = await app.members.admit({
      organizationId: organization(movesFrom?.branch ?? branch) ?? 0,
      groupId: movesFrom ? null : organization(group),
      category,
      facts: settled(facts, today),
    })
    members.set(key, id)
  }
  const appoint = async ({ organization: at, member: key, title, fromMonthsAgo, untilMonthsAgo }: (typeof source.posts)[number]) => {
    const { id } = await app.organizations.appoint({
      organizationId: organization(at) ?? 0,
      memberId: member(key),
      title,
      fromDay: monthsBefore(today, fromMonthsAgo, 15),
    })
    if (untilMonthsAgo !== undefined) await app.organizations.relieve({ postId: id, untilDay: monthsBefore(today, untilMonthsAgo, 1) })
  }

  const changesOf = ({ key, branch, group, becomesFormal, standing, movesFrom }: DemoMember): Step[] => {
    const id = member(key)
    const steps: Step[] = standing.map((change) => {
      const day = monthsBefore(today, change.monthsAgo, 3)
      return {
        day,
        what: '党籍状态',
        take: async () => void (await app.members.changeStanding({ id, standing: change.standing, fromDay: day })),
      }
    })
    if (becomesFormal !== undefined) {
      const day = monthsBefore(today, becomesFormal, 12)
      const take = async () => {
        await app.members.changeCategory({ id, category: 'formal', fromDay: day })
        await app.members.amend({ id, facts: { fullMemberOn: day } })
      }
      steps.push({ day: addDays(day, 1), what: '转正', take })
    }
    if (movesFrom) {
      const day = monthsBefore(today, movesFrom.monthsAgo, 8)
      const take = async () => {
        await app.members.move({ id, organizationId: organization(branch) ?? 0, fromDay: day })
        await app.members.assignGroup({ ids: [id], groupId: organization(group), fromDay: day })
      }
      steps.push({ day, what: '调整支部', take })
    }
    return steps
  }

  const attend = async (meetingId: number, { rest, marks, observers }: DemoMeeting) => {
    const written = new Map(Object.entries(marks).map(([key, [state, reason]]) => [member(key), { state, reason }]))
    const expected = (await app.attendance.sheet({ meetingId })).filter((row) => row.expected)
    const present = expected.map(({ memberId }) => ({ memberId, ...(written.get(memberId) ?? { state: rest, reason: '' }) }))
    const seated = Object.entries(observers).map(([key, reason]) => ({ memberId: member(key), state: 'observer' as const, reason }))
    await app.attendance.mark({ meetingId, marks: [...present, ...seated] })
  }

  const holdMeeting = async (meeting: DemoMeeting, day: Day) => {
    const { branch, group, kinds, topic, startsAt, endsAt, place, host, recorder, agenda, speeches, decisions, status, correction } =
      meeting
    const plan = {
      organizationId: organization(branch) ?? 0,
      groupId: organization(group),
      kinds,
      topic,
      day,
      startsAt,
      endsAt,
      place,
      host,
      recorder,
      agenda,
    }
    const { id } = await app.meetings.plan(plan)
    if (status === 'planned') return
    await attend(id, meeting)
    const due = (days?: number) => (days === undefined ? null : addDays(day, days))
    await app.meetings.writeMinutes({
      id,
      speeches,
      decisions: decisions.map(({ dueInDays, ...decision }) => ({ ...decision, due: due(dueInDays) })),
    })
    await app.meetings.hold({ id })
    if (status === 'held') return
    await app.meetings.archive({ id })
    if (correction) await app.meetings.correct({ id, text: correction })
  }
  const meetingStep = (meeting: DemoMeeting): Step => {
    const { monthsAgo = 0, day: date = 1, daysAhead, recordedAfterDays } = meeting
    const day = daysAhead ? addDays(today, daysAhead) : monthsBefore(today, monthsAgo, date)
    const recorded = addDays(day, recordedAfterDays)
    return { day: recorded < today ? recorded : today, what: meeting.topic, take: () => holdMeeting(meeting, day) }
  }

  const start = monthsBefore(today, 12, 1)
  moveClockTo(afternoonOf(start))
  job.progress(0, '建立组织与名册')
  await found()
  for (const each of source.members) await admit(each)
  for (const each of source.posts) await appoint(each)

  const steps = [...source.members.flatMap(changesOf), ...source.meetings.map(meetingStep)].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
  for (const [at, { day, what, take }] of steps.entries()) {
    job.checkpoint()
    job.progress(at / steps.length, what)
    if (day > start) moveClockTo(afternoonOf(day))
    await take()
  }
}

const unknownKey = (key: string): never => {
  throw new Error(`演示底稿里没有“${key}”`)
}
