import HomeScreen from './home/HomeScreen.tsx'
import { type Arriving, arriving, here } from './kit/arriving.tsx'

export interface Room {
  /** 地址，wouter 的写法。 */
  path: string
  label: string
  /** 侧边栏与快捷键里的代号。 */
  key: string
  /** 侧边栏里的一组；不进侧边栏的为 undefined。 */
  shelf?: 'work' | 'desk'
  /** 一家的几页，题头上并排列着，换着看；侧边栏只列其中进得去的一页。 */
  family?: 'life' | 'people'
  /** Ctrl+K 里跟在名字后面的一句；不进侧边栏又没有这一句的，Ctrl+K 里也没有。 */
  note?: string
  /** 里面自己翻页：地址的参数变了，页面还是那一页，不从头打开。 */
  leafed?: true
  page: Arriving
}

/** 房间的门口：地址里不带参数的那一段。 */
export const doorOf = ({ path }: Room) => path.replace(/\/:.*$/, '') || '/'

/** 全部房间。能用了的才在这里；侧边栏、路由与 Ctrl+K 都读它。 */
export const rooms: readonly Room[] = [
  { path: '/', label: '首页', key: 'home', shelf: 'work', page: here(HomeScreen) },
  {
    path: '/members',
    label: '党员',
    key: 'members',
    shelf: 'work',
    family: 'people',
    page: arriving(() => import('./members/MembersScreen.tsx')),
  },
  { path: '/members/:id', label: '党员', key: 'member', page: arriving(() => import('./members/MemberScreen.tsx')) },
  {
    path: '/applicants',
    label: '发展对象与积极分子',
    key: 'applicants',
    family: 'people',
    note: '申请人，各走到哪一步',
    page: arriving(() => import('./applicants/ApplicantsScreen.tsx')),
  },
  {
    path: '/meetings',
    label: '会议活动',
    key: 'meetings',
    shelf: 'work',
    family: 'life',
    page: arriving(() => import('./meetings/MeetingsScreen.tsx')),
  },
  { path: '/meetings/:id', label: '会议', key: 'meeting', page: arriving(() => import('./meetings/MeetingScreen.tsx')) },
  {
    path: '/attendance',
    label: '考勤',
    key: 'attendance',
    shelf: 'work',
    page: arriving(() => import('./attendance/AttendanceScreen.tsx')),
  },
  { path: '/dues', label: '党费', key: 'dues', shelf: 'work', page: arriving(() => import('./dues/DuesScreen.tsx')) },
  { path: '/finances', label: '经费', key: 'finances', shelf: 'work', page: arriving(() => import('./finances/FinancesScreen.tsx')) },
  { path: '/papers', label: '台账与打印', key: 'papers', shelf: 'work', page: arriving(() => import('./documents/PapersScreen.tsx')) },
  { path: '/imports', label: '导入', key: 'imports', page: arriving(() => import('./imports/ImportScreen.tsx')) },
  {
    path: '/organizations',
    label: '组织',
    key: 'organizations',
    shelf: 'desk',
    page: arriving(() => import('./organizations/OrganizationsScreen.tsx')),
  },
  { path: '/votes', label: '表决计算器', key: 'votes', note: '只算不存', page: arriving(() => import('./votes/CalculatorScreen.tsx')) },
  {
    path: '/decisions',
    label: '议定事项',
    key: 'decisions',
    family: 'life',
    note: '谁负责、办完没有',
    page: arriving(() => import('./decisions/DecisionsScreen.tsx')),
  },
  {
    path: '/appraisal',
    label: '民主评议',
    key: 'appraisal',
    family: 'life',
    note: '计票、定等次、测评票',
    page: arriving(() => import('./appraisal/AppraisalScreen.tsx')),
  },
  {
    path: '/talks',
    label: '谈心谈话',
    key: 'talks',
    family: 'life',
    note: '谈过的、谁还没谈',
    page: arriving(() => import('./talks/TalksScreen.tsx')),
  },
  {
    path: '/rectification',
    label: '整改',
    key: 'rectification',
    family: 'life',
    note: '谁负责、到期没有、办完没有',
    page: arriving(() => import('./rectification/RectificationScreen.tsx')),
  },
  {
    path: '/history',
    label: '操作记录',
    key: 'history',
    note: '谁、何时、改了什么',
    page: arriving(() => import('./history/HistoryScreen.tsx')),
  },
  { path: '/settings', label: '设置', key: 'settings', shelf: 'desk', page: arriving(() => import('./settings/SettingsScreen.tsx')) },
  {
    path: '/help/:page?/:section?',
    label: '帮助',
    key: 'help',
    shelf: 'desk',
    leafed: true,
    page: arriving(() => import('./help/HelpScreen.tsx')),
  },
]

/** 一家的各页，照上面的次序。例：familyOf('life')[0]?.label → '会议活动' */
export const familyOf = (family: NonNullable<Room['family']>): Room[] => rooms.filter((room) => room.family === family)
