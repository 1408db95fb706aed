import type { ManualPage, ManualSection } from './pages.ts'

/** 手册一页（一节）在软件里的地址。 */
export const addressOf = (page: ManualPage, section?: ManualSection) =>
  section && section.title !== page.title ? `/help/${page.slug}/${encodeURIComponent(section.title)}` : `/help/${page.slug}`
