export const decisionsRefusals = {
  'decisions.notFound': () => '没有这项议定事项，可能会议记录已经改过。',
  'decisions.notHeld': () => '这次会议还没有确认召开，议定事项还没有定下来。',
  'decisions.done': (d: { doneOn: string }) => `这一项已在 ${d.doneOn} 办结。要改，请先取消办结。`,
  'decisions.notDone': () => '这一项还没有办结。',
  'decisions.beforeMeeting': (d: { day: string }) => `办结日期早于开会的 ${d.day}，请核对。`,
  'decisions.inFuture': (d: { doneOn: string }) => `办结日期 ${d.doneOn} 还没有到，请核对。`,
}
