/** What of an account can stand where a design wants an ARN, a host name or a zone: so that nobody types one. */
import { coversName } from '#core/model/domain-names.ts'

export const choiceKinds = ['certificates', 'web-acls', 'buckets', 'hosted-zones', 'lambda-versions'] as const
export type ChoiceKind = (typeof choiceKinds)[number]
export const isChoiceKind = (text: string): text is ChoiceKind =>
  (choiceKinds as readonly string[]).includes(text)

export interface Choice {
  /** What stands in the design: an ARN, a bucket's host name, a zone's id. */
  readonly value: string
  /** As people know it. */
  readonly name: string
  /** What tells it from its like, in a few words. */
  readonly detail: string
  /** The names that a certificate is for, or the one that a zone is of. */
  readonly names?: readonly string[]
}

/** The port: reads, and nothing else. */
export type ListChoices = (kind: ChoiceKind) => Promise<readonly Choice[]>

/** The alternate domain names that no name of a certificate is for. */
export const namesBeyond = ({ names = [] }: Choice, aliases: readonly string[]): readonly string[] =>
  aliases.filter((alias) => !names.some((name) => coversName(name, alias)))

/** Certificates that are for all of the names come first, then those that are for most of them. */
export const byCoverage = (certificates: readonly Choice[], aliases: readonly string[]): readonly Choice[] =>
  certificates.toSorted((a, b) => namesBeyond(a, aliases).length - namesBeyond(b, aliases).length)

/** The zone that a name's records belong to: the longest one that it ends with. */
export function zoneOf(zones: readonly Choice[], name: string): Choice | undefined {
  const host = name.replace(/^\*\./, '').toLowerCase()
  const holds = ({ names: [zone = ''] = [] }: Choice) => host === zone || host.endsWith(`.${zone}`)
  const lengthOf = ({ names: [zone = ''] = [] }: Choice) => zone.length
  return zones.filter(holds).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
}
