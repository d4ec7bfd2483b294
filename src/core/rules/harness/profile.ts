/** Which problems are shown. Errors and warnings always are; notes are advice, for those who ask for it. */
import type { Severity, Topic } from './rule.ts'

/** Each has what `essential` has, and its own notes. */
export const profileNames = ['essential', 'recommended', 'security', 'cost', 'all'] as const
export type ProfileName = (typeof profileNames)[number]

/** What a person reads where a profile is chosen. */
export const profileWords: Readonly<Record<ProfileName, string>> = {
  essential: 'What fails or will not work as meant',
  recommended: 'Essential, and advice worth acting on',
  security: 'Essential, and advice about security',
  cost: 'Essential, and advice about cost',
  all: 'Everything, with notes on how CloudFront works',
}

interface Shown {
  readonly severity: Severity
  readonly rule: { readonly profiles?: readonly Topic[] }
}

/** The profiles that a problem is shown in. */
export const profilesOf = ({ severity, rule }: Shown): readonly ProfileName[] =>
  severity === 'info' ? [...(rule.profiles ?? []), 'all'] : profileNames
