export const attendanceRefusals = {
  'attendance.notExpected': (d: { name: string }) => `“${d.name}”不在这次会议的应到名单里，只能登记为列席。`,
  'attendance.expectedCannotObserve': (d: { name: string }) => `“${d.name}”在应到名单里，不能登记为列席。`,
  'attendance.doesNotBalance': () => '会议已确认召开，应到人数已定，不能增减应到人员的出勤。请先退回筹备再改。',
  'attendance.cannotClear': () => '会议已确认召开，每名应到党员都要有出勤状态，不能清空。',
  'attendance.excluded': () => '这名党员在这次会议不计入应到，来了只能登记为列席。要登记出勤，请先恢复计入应到。',
  'attendance.cannotExclude': (d: { name: string }) => `“${d.name}”本来就不在这次会议的应到名单里，不用再标不计入。`,
  'attendance.notExcluded': (d: { name: string }) => `“${d.name}”在这次会议没有标为不计入应到。`,
  'attendance.nothingToMakeUp': () => '会议召开之后，只有登记为请假或缺席的人才能补课。请先核对出勤。',
  'attendance.madeUp': () => '这名党员已经补了课，出勤要保持请假或缺席。确要改，请先撤销那条补课。',
  'attendance.hasMakeups': () => '这次会议已经有人补了课，不能退回筹备。请先撤销那些补课。',
}
