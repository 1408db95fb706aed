import { memberOf, monthsBefore, type Scene } from './scene.ts'

/** 名册里自己添的两项、几次奖励、一户困难、一位行动不便的老党员；都是虚构的。 */
export async function keepRecords(scene: Scene): Promise<void> {
  const { app, today } = scene
  const on = (months: number) => monthsBefore(today, months, 1)
  const { id: brand } = await app.fields.add({ name: '擅长茶类', kind: 'choice', options: ['绿茶', '红茶', '乌龙茶'] })
  const { id: soldier } = await app.fields.add({ name: '退役军人', kind: 'yesNo' })
  const put = (key: string, fieldId: number, value: string) => ({ memberId: memberOf(scene, key), fieldId, value })
  await app.fields.fill({
    values: [
      put('jg01', brand, '绿茶'),
      put('jg02', brand, '红茶'),
      put('jg03', brand, '乌龙茶'),
      put('jg03', soldier, '是'),
      put('jg04', soldier, '否'),
      put('jg05', soldier, '是'),
    ],
  })
  const reward = (key: string, name: string, months: number, authority: string) =>
    app.awards.add({ memberId: memberOf(scene, key), facts: { kind: 'reward', name, level: '市级', authority, day: on(months) } })
  await reward('jg01', '优秀党务工作者', 5, '青禾市委')
  await reward('jg02', '优秀共产党员', 5, '青禾市委')
  await reward('jg06', '优秀共产党员', 17, '青禾市委')
  await app.circumstances.record({
    memberId: memberOf(scene, 'jg09'),
    facts: { kind: 'hardship', fromDay: on(10).slice(0, 7), reason: '家中有人长期生病', approval: '青茶党〔演示〕3号' },
  })
  await app.circumstances.record({
    memberId: memberOf(scene, 'jg05'),
    facts: { kind: 'limitedMobility', fromDay: on(8).slice(0, 7), reason: '腿脚不便，送学上门' },
  })
}
