/** What an assistant can read: the rules by group, and the facts that the engine stands on. */

import { groupPage, groupsOf, groupTable } from '#core/rules/harness/page.ts'
import { rules } from '#core/rules/index.ts'
import { stageList } from '#core/trace/engine/pipeline.ts'

export interface Page {
  readonly uri: string
  readonly title: string
  /** Markdown. */
  readonly text: () => string
}

const basisOf = (basis: (typeof stageList)[number]['basis']): string =>
  Object.entries(basis)
    .map(([kind, source]) => `${kind}: ${source}`)
    .join('; ')

const pipeline = (): string =>
  [
    '# In which order CloudFront treats a request',
    '',
    ...stageList.map(({ title, basis }, index) => `${index + 1}. ${title} (${basisOf(basis)})`),
    '',
  ].join('\n')

/** All pages; each has an address of its own. */
export const pages: readonly Page[] = [
  { uri: 'frontage://rules', title: 'Rules by group', text: () => groupTable(rules) },
  ...groupsOf(rules).map((group) => ({
    uri: `frontage://rules/${group}`,
    title: `Rules about ${group}`,
    text: () => groupPage(group, rules, () => undefined),
  })),
  { uri: 'frontage://pipeline', title: 'Stages of a request, with their sources', text: pipeline },
]
