import { openAt } from '../bench/ports.ts'

/**
 * 被杀的那一方：打开（或新建）一个台账，一遍遍地登记党员、开会、登记出勤、归档；每做完一步就说一声“第几步、操作编号”。
 * 说过的就是落了盘的。说“不”时报出代号，退出。
 */
const [folder = '', path = '', mode = 'open'] = process.argv.slice(2)
const say = (word: object) => process.stdout.write(`${JSON.stringify(word)}\n`)

try {
  say({ starting: true })
  const { app } = await openAt(folder, path, mode === 'create')
  const root = (await app.organizations.tree({}))[0]?.id ?? 0
  const latest = async () => (await app.history.list({ limit: 1 }))[0]?.id ?? 0
  const done = async (what: string) => say({ what, operation: await latest() })
  say({ ready: true })
  for (let round = 0; ; round += 1) {
    // 每圈一个新支部，应到总是三人，每种命令改动的行数就总是一样
    const { id: branch } = await app.organizations.found({ parentId: root, kind: 'branch', name: `支部${Date.now()}` })
    await done('organizations.found')
    for (let n = 0; n < 3; n += 1) {
      await app.members.admit({
        organizationId: branch,
        category: 'formal',
        facts: { name: `党员${round}-${n}`, joinedOn: '2010-07-01', fullMemberOn: '2011-07-01', note: '备注'.repeat(200) },
      })
      await done('members.admit')
    }
    const { id } = await app.meetings.plan({
      organizationId: branch,
      kinds: ['branchAssembly', 'lecture'],
      topic: '学习',
      day: '2026-11-22',
      agenda: ['一', '二'],
    })
    await done('meetings.plan')
    await app.attendance.allPresent({ meetingId: id })
    await done('attendance.allPresent')
    await app.meetings.writeMinutes({ id, speeches: [{ text: '发言'.repeat(300) }], decisions: [{ text: '议定' }] })
    await done('meetings.writeMinutes')
    await app.meetings.hold({ id })
    await done('meetings.hold')
    await app.meetings.archive({ id })
    await done('meetings.archive')
  }
} catch (error) {
  const { refusal, message, stack } = error as { refusal?: { code: string }; message?: string; stack?: string }
  say({ refused: refusal?.code ?? null, error: refusal ? null : (stack ?? message) })
  process.exit(refusal ? 3 : 4)
}
