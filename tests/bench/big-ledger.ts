import { bareConnection } from '../../main/core/connect.ts'
import { newUid } from '../../main/core/uid.ts'
import { pinyinReader } from '../../main/members/pinyin.ts'
import { checkDigitOf } from '../../shared/members/id-number.ts'

type Database = ReturnType<typeof bareConnection>

export interface Size {
  /** 各支部的人数；头一个支部开 firstMeetings 次会，其余各开 otherMeetings 次。 */
  branches: readonly number[]
  firstMeetings: number
  otherMeetings: number
}

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
]
const given = [...'明华建国志强秀英丽敏静伟芳娜磊军洋勇艳杰娟涛超霞平刚桂文辉玲丹萍红鹏飞玉兰春梅海燕雪晨宇航思远佳宁嘉怡']

const pinyinOf = await pinyinReader()

/** 第 n 个虚构的人：姓名、号码都不属于任何真人。 */
const person = (n: number) => {
  const at = (list: readonly string[], k: number) => list[k % list.length] ?? ''
  const name = at(surnames, n * 7) + at(given, n * 13) + (n % 3 === 0 ? '' : at(given, n * 5 + 3))
  const birth = `${1950 + (n % 50)}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`
  const first17 = `999${String(n % 1000).padStart(3, '0')}${birth.replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}`
  return { name, birth, idNumber: first17 + checkDigitOf(first17), ...pinyinOf(name), mobile: `1990${String(n).padStart(7, '0')}` }
}

const dayOf = (n: number, year: number) => `${year}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`
const states = ['present', 'present', 'present', 'present', 'present', 'late', 'online', 'leave', 'present', 'absent']

function fillBranch(db: Database, at: number, count: number, meetings: number, firstMember: number, year: number) {
  const member = db.prepare(
    `insert into member (uid, name, pinyin, initials, id_number, gender, ethnicity, birth_day, education, joined_on, full_member_on, mobile, address, employer)
     values (?, ?, ?, ?, ?, ?, '汉族', ?, '大学本科', '2005-07-01', '2006-07-01', ?, '江南省青禾市春晖路 1 号', '青禾市茶业商会 职工')`,
  )
  const dated = (table: string, column: string) =>
    db.prepare(`insert into ${table} (uid, member_id, from_day, ${column}) values (?, ?, null, ?)`)
  const [branch, category, standing] = [
    dated('member_branch', 'organization_id'),
    dated('member_category', 'category'),
    dated('member_standing', 'standing'),
  ]
  const ids: number[] = []
  for (let n = firstMember; n < firstMember + count; n += 1) {
    const { name, pinyin, initials, idNumber, birth, mobile } = person(n)
    const { lastInsertRowid } = member.run(newUid(), name, pinyin, initials, idNumber, n % 2 ? 'male' : 'female', birth, mobile)
    ids.push(Number(lastInsertRowid))
    branch.run(newUid(), lastInsertRowid, at)
    category.run(newUid(), lastInsertRowid, 'formal')
    standing.run(newUid(), lastInsertRowid, 'normal')
  }
  const meeting = db.prepare(
    `insert into meeting (uid, organization_id, topic, day, starts_at, ends_at, place, host, recorder) values (?, ?, ?, ?, '14:30', '16:00', '三楼会议室', '李明', '王芳')`,
  )
  const kind = db.prepare('insert into meeting_kind (uid, meeting_id, ordinal, code) values (?, ?, 1, ?)')
  const mark = db.prepare('insert into attendance (uid, meeting_id, member_id, state, reason) values (?, ?, ?, ?, ?)')
  const speech = db.prepare(`insert into speech (uid, meeting_id, ordinal, speaker, text) values (?, ?, 1, '李明', '传达学习有关文件。')`)
  const held = db.prepare(`update meeting set status = 'archived', recorded_at = day || 'T09:30:00.000Z', expected_count = ? where id = ?`)
  for (let n = 0; n < meetings; n += 1) {
    const { lastInsertRowid } = meeting.run(newUid(), at, `学习讨论第 ${n + 1} 次`, dayOf(n, count === 50 ? year - (n % 4) : year))
    kind.run(newUid(), lastInsertRowid, ['branchAssembly', 'lecture', 'themeDay', 'committee'][n % 4])
    for (const [seat, id] of ids.entries()) mark.run(newUid(), lastInsertRowid, id, states[(seat + n) % states.length], '')
    speech.run(newUid(), lastInsertRowid)
    held.run(count, lastInsertRowid)
  }
}

/** 直接写进一个已建好的台账：root 下面建支部，填党员、会议与出勤，全算作一次操作。返回头一个支部的编号与出勤行数。 */
export function fillBigLedger(
  path: string,
  { branches, firstMeetings, otherMeetings }: Size,
  year: number,
): { branch: number; attendance: number } {
  const db = bareConnection(path, false)
  db.exec('begin')
  const operation = db
    .prepare(`insert into operation (uid, at, actor, command, title) values (?, '2026-01-01T00:00:00.000Z', '压测', 'bench.fill', '填充')`)
    .run(newUid())
  db.prepare('update current_operation set operation_id = ?').run(operation.lastInsertRowid)
  const root = (db.prepare('select min(id) as id from organization').get() as { id: number }).id
  const found = db.prepare(`insert into organization (uid, parent_id, kind, name) values (?, ?, 'branch', ?)`)
  let [first, member] = [0, 1]
  for (const [index, count] of branches.entries()) {
    const at = Number(found.run(newUid(), root, `第 ${index + 1} 党支部`).lastInsertRowid)
    if (index === 0) first = at
    fillBranch(db, at, count, index === 0 ? firstMeetings : otherMeetings, member, year)
    member += count
  }
  db.prepare('update current_operation set operation_id = null').run()
  db.exec('commit')
  const { n } = db.prepare('select count(*) as n from attendance').get() as { n: number }
  db.pragma('wal_checkpoint(truncate)')
  db.close()
  return { branch: first, attendance: n }
}
