/**
 * The design document: CloudFront resources in the API's own words, and references between them.
 * Invariants: it is immutable; PascalCase fields are AWS's and are sent to AWS, camelCase fields are ours and are
 * stripped by every writer; nothing in it can be derived from something else in it.
 */
import type * as sdk from '@aws-sdk/client-cloudfront'
import type { Expression, Json, JsonObject } from './field.ts'
import type { Scenario, ScriptedOrigins } from './scenario.ts'
import type { Unwrap } from './unwrap.ts'

/** The name of a resource in the design; CloudFormation's logical ID. */
export type LogicalId = string
/** The identity of a list item that is a node on the canvas; survives a rename and a reorder. */
export type ItemKey = string

type Keyed<T> = T & { readonly key: ItemKey }

export type Origin = Keyed<Unwrap<sdk.Origin>>
export type OriginGroup = Keyed<Unwrap<sdk.OriginGroup>>
export type DefaultCacheBehavior = Unwrap<sdk.DefaultCacheBehavior>
export type CacheBehavior = Keyed<Unwrap<sdk.CacheBehavior>>
/** What the default cache behavior and the ordered ones have in common. */
export type Behavior = DefaultCacheBehavior & { readonly PathPattern?: CacheBehavior['PathPattern'] }

export type DistributionConfig = Omit<
  Unwrap<sdk.DistributionConfig>,
  'Origins' | 'OriginGroups' | 'CacheBehaviors'
> & {
  Origins?: (Origin | Expression)[]
  OriginGroups?: (OriginGroup | Expression)[]
  CacheBehaviors?: (CacheBehavior | Expression)[]
}

export type CachePolicyConfig = Unwrap<sdk.CachePolicyConfig>
export type OriginRequestPolicyConfig = Unwrap<sdk.OriginRequestPolicyConfig>
export type ResponseHeadersPolicyConfig = Unwrap<sdk.ResponseHeadersPolicyConfig>

/**
 * The config of every type of resource that a design can hold, by the last part of its CloudFormation type. Each file
 * of `core/resources` adds its own, so that a type stands in one place; the model itself speaks of distributions.
 */
export interface ResourceConfigs {
  Distribution: DistributionConfig
}
export type ResourceType = keyof ResourceConfigs

export interface Tag {
  Key: string | Expression
  Value: string | Expression
}

export type ResourceOf<Type extends ResourceType> = {
  readonly type: Type
  readonly config: ResourceConfigs[Type]
  readonly tags?: readonly Tag[]
  /** The condition, or the count, by which only the deployment decides whether it is made. */
  readonly madeIf?: string
}

/** A resource that is not CloudFront's: kept whole, in CloudFormation's words, values evaluated where possible. */
export interface ForeignResource {
  readonly type: `${string}::${string}`
  readonly config: JsonObject
  /** CloudFormation's: what becomes of the resource when its stack is deleted. */
  readonly deletionPolicy?: string
  /** Only the deployment decides whether it is made: by a condition, or a count. */
  readonly mayBeAbsent?: true
  /** It was read as far as it matters to CloudFront, so no other format can write it; its own text keeps it whole. */
  readonly isPartial?: true
  /** The region that its provider names, where that is a plain text. */
  readonly region?: string
}

export type Resource = { [Type in ResourceType]: ResourceOf<Type> }[ResourceType] | ForeignResource

/** The text a design was opened from; what it says of unedited values is derived from it, never stored twice. */
export interface Source {
  readonly format: string
  readonly text: string
  /** What the person set for the template's parameters. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The text is all of it: every file of a module of Terraform. */
  readonly isWhole?: true
}

/** A finding that the person has decided to accept. `path` limits it to one place; without it, the whole design. */
export interface Suppression {
  readonly rule: string
  readonly path?: string
  /** It is accepted in everything below the path too, as a comment or Metadata in a template says. */
  readonly within?: true
  readonly reason: string
}

/** Where a person put a node; what is pinned stays there when the drawing is tidied up. */
export interface Place {
  readonly x: number
  readonly y: number
  /** Where its distribution stood then: the place goes along with it. Older designs have none. */
  readonly beside?: { readonly x: number; readonly y: number }
  readonly pinned?: true
}

/** A note on the drawing, or a frame with words that stands around several things. */
export interface Sticky {
  readonly kind: 'note' | 'frame'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface DesignDocument {
  readonly formatVersion: 1
  readonly resources: Readonly<Record<LogicalId, Resource>>
  /** Only what a person dragged, by node id. */
  readonly layout: Readonly<Record<string, Place>>
  readonly scenarios: readonly Scenario[]
  /** How the origins answer in traces, by origin Id; a scenario's own scripts come first. */
  readonly originScripts?: ScriptedOrigins
  /** What functions give back in traces that cannot be run here, by name; a scenario's own results come first. */
  readonly functionResults?: Readonly<Record<string, Json>>
  readonly suppressions?: readonly Suppression[]
  /** What people wrote at things, by resource or by resource, list and item key. */
  readonly notes?: Readonly<Record<string, string>>
  /** What people put on the drawing beside its things. */
  readonly stickies?: Readonly<Record<string, Sticky>>
  readonly source?: Source
  /** Values for the source's parameters, by the names of what is deployed with them. */
  readonly environments?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const stickiesOf = ({ stickies = {} }: DesignDocument): readonly (readonly [string, Sticky])[] =>
  Object.entries(stickies)

export const emptyDesign: DesignDocument = { formatVersion: 1, resources: {}, layout: {}, scenarios: [] }
