import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { meetingKindsOfPack } from '../../main/rules/packs.ts'
import { AttendanceState } from '../../shared/attendance/contract.ts'
import { contract } from '../../shared/contract.ts'
import { Grade } from '../../shared/documents/contract.ts'
import type { Procedure } from '../../shared/kit/procedure.ts'
import { Audience, MeetingStatus } from '../../shared/meetings/contract.ts'
import { Category, Standing } from '../../shared/members/contract.ts'
import { OrganizationKind, PostTitle } from '../../shared/organizations/contract.ts'

const glossary = readFileSync(new URL('../../shared/glossary.md', import.meta.url), 'utf8')
const procedures = Object.entries(contract).flatMap(([room, asks]) =>
  Object.entries(asks as Record<string, Procedure>).map(([name, { title }]) => ({ path: `${room}.${name}`, title })),
)

test('词汇表里，每个命令与任务的说法和名字都与契约相同', () => {
  const listed = [...glossary.matchAll(/^\| (.+) \| `(\w+\.\w+)` \|$/gm)].map(([, title, path]) => ({ path, title }))
  const named = procedures.filter(({ title }) => title !== undefined)
  const sorted = (rows: { path: string | undefined; title: string | undefined }[]) =>
    rows.map(({ path, title }) => `${path} ${title}`).sort()
  expect(sorted(listed)).toEqual(sorted(named))
})

test('词汇表收进了每个房间、每种组织、职务、类别、状态、级别与会议类型', () => {
  const words = [OrganizationKind, PostTitle, Category, Standing, AttendanceState, MeetingStatus, Audience, Grade].flatMap(
    ({ options }): string[] => [...options],
  )
  const names = [...Object.keys(contract), ...words, ...meetingKindsOfPack().flatMap(({ code }) => (code === 'other' ? [] : [code]))]
  expect(names.filter((name) => !glossary.includes(`\`${name}\``))).toEqual([])
})
