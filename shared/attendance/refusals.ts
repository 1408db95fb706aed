export const attendanceRefusals = {
  'attendance.notExpected': (d: { name: string }) => `“${d.name}”不在这次会议的应到名单里，只能登记为列席。`,
  'attendance.expectedCannotObserve': (d: { name: string }) => `“${d.name}”在应到名单里，不能登记为列席。`,
  'attendance.doesNotBalance': () => '会议已确认召开，应到人数已定，不能增减应到人员的出勤。请先退回筹备再改。',
  'attendance.cannotClear': () => '会议已确认召开，每名应到党员都要有出勤状态，不能清空。',
}
