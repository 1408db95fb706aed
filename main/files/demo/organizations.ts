import { memberOf, monthsBefore, organizationOf, type Scene } from './scene.ts'
import type { DemoOrganization, DemoPost } from './source.ts'

/** 建立组织，上级在先。 */
export async function foundOrganizations(scene: Scene, organizations: readonly DemoOrganization[]): Promise<void> {
  for (const { key, parent, kind, name, foundedOn } of organizations) {
    const parentId = parent === null ? null : organizationOf(scene, parent)
    scene.organizations.set(key, (await scene.app.organizations.found({ parentId, kind, name, foundedOn })).id)
  }
}

/** 任命职务；写了免职的随即免去。 */
export async function appointPosts(scene: Scene, posts: readonly DemoPost[]): Promise<void> {
  const { app, today } = scene
  for (const { organization, member, title, fromMonthsAgo, untilMonthsAgo } of posts) {
    const { id } = await app.organizations.appoint({
      organizationId: organizationOf(scene, organization),
      memberId: memberOf(scene, member),
      title,
      fromDay: monthsBefore(today, fromMonthsAgo, 15),
    })
    if (untilMonthsAgo !== undefined) await app.organizations.relieve({ postId: id, untilDay: monthsBefore(today, untilMonthsAgo, 1) })
  }
}
