export const outlinesRefusals = {
  'outlines.notKept': (d: { kind: string }) => `“${d.kind}”没有存过自己的提纲，现在用的就是自带的。`,
}
