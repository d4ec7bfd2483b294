/**
 * A distribution as the library's own `Distribution` construct, with behaviors and the package of origins
 * (https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudfront-readme.html). Where the construct says
 * something else than the template, that is overridden; where this would be most of it, CloudFormation's construct
 * stands in its place.
 */
import type { ExpressionText } from '#core/formats/cdk/expression-text.ts'
import { isMap, type Naming, propsText, quoted } from '#core/formats/cdk/text.ts'
import { isSame } from '#core/formats/same.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { madeBehavior } from './behaviors.ts'
import { madeConfig } from './config.ts'
import { type MadeOrigin, madeOrigin } from './origins.ts'
import { overridesTo, overrideText } from './overrides.ts'
import { listAt, type Making, mapAt, type Part } from './parts.ts'

const indent = '    '
/** More than these, and the program is easier to read in CloudFormation's words. */
const mostOverrides = 8

interface Using {
  readonly expressions: ExpressionText
  readonly constructs: ReadonlyMap<string, string>
  readonly naming: Naming
  /** What is set on the resource, since it stands beside its properties. */
  readonly settings: readonly string[]
}

/** A distribution's part of the program. */
export interface DistributionText {
  readonly id: string
  readonly variable: string
  readonly text: string
  readonly modules: ReadonlySet<string>
}

/** What is declared before a distribution, once for each expression. */
class Declarations implements Making {
  readonly lines: string[] = []
  readonly modules = new Set<string>(['origins'])
  readonly expressions: ExpressionText
  readonly constructs: ReadonlyMap<string, string>
  private readonly known = new Map<string, string>()
  private readonly id: string
  private readonly naming: Naming

  constructor(id: string, { expressions, constructs, naming }: Using) {
    this.id = id
    this.expressions = expressions
    this.constructs = constructs
    this.naming = naming
  }

  readonly declare = (name: string, code: (construct: string) => string): string => {
    const key = code('')
    const before = this.known.get(key)
    if (before !== undefined) return before
    const words = `${this.id}${name.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, __, letter: string) => letter.toUpperCase())}`
    const variable = this.naming.variable(words)
    this.known.set(key, variable)
    this.lines.push(`${indent}const ${variable} = ${code(this.naming.construct(words, 'Of'))};`)
    return variable
  }

  /** Something that is no construct. */
  constant(name: string, code: string): string {
    return this.declare(name, (construct) => (construct === '' ? `${name} ${code}` : code))
  }
}

interface Group {
  readonly index: number
  readonly members: readonly [string, string]
  readonly statusCodes: readonly number[]
}

function groupsIn(config: TreeMap): ReadonlyMap<string, Group> | undefined {
  const groups = new Map<string, Group>()
  for (const [index, group] of listAt(mapAt(config, 'OriginGroups'), 'Items').entries()) {
    if (!isMap(group) || typeof group['Id'] !== 'string') return undefined
    const codes = listAt(mapAt(mapAt(group, 'FailoverCriteria'), 'StatusCodes'), 'Items')
    const [first, second, ...others] = listAt(mapAt(group, 'Members'), 'Items').map((member) =>
      isMap(member) && typeof member['OriginId'] === 'string' ? member['OriginId'] : undefined,
    )
    const statusCodes = codes.filter((code) => typeof code === 'number')
    if (first === undefined || second === undefined || others.length > 0) return undefined
    if (statusCodes.length === 0 || statusCodes.length < codes.length) return undefined
    groups.set(group['Id'], { index, members: [first, second], statusCodes })
  }
  return groups
}

/** The origins and groups that behaviors lead to, in the order in which the construct takes them. */
class Targets {
  readonly origins: MadeOrigin[] = []
  readonly groups: TreeMap[] = []
  private readonly variables = new Map<string, string>()
  private readonly config: TreeMap
  private readonly declarations: Declarations
  private readonly named: ReadonlyMap<string, Group>

  constructor(config: TreeMap, declarations: Declarations, named: ReadonlyMap<string, Group>) {
    this.config = config
    this.declarations = declarations
    this.named = named
  }

  private origin(id: string): string | undefined {
    const known = this.variables.get(id)
    if (known !== undefined) return known
    const found = listAt(this.config, 'Origins').find((origin) => isMap(origin) && origin['Id'] === id)
    const made = found === undefined ? undefined : madeOrigin(found, this.declarations)
    if (!made) return undefined
    this.origins.push(made)
    const variable = this.declarations.constant(`${id}Origin`, made.code)
    this.variables.set(id, variable)
    return variable
  }

  /** The expression for what a behavior's TargetOriginId names, and what the construct makes of that. */
  target(id: Tree | undefined): { code: string; gives: Tree } | undefined {
    if (typeof id !== 'string') return undefined
    const group = this.named.get(id)
    if (!group) {
      const code = this.origin(id)
      return code === undefined ? undefined : { code, gives: id }
    }
    const known = this.variables.get(id)
    const code = known ?? this.group(id, group)
    // The construct makes up the group's id.
    return code === undefined ? undefined : { code, gives: null }
  }

  private group(id: string, { members, statusCodes }: Group): string | undefined {
    const [primary, fallback] = members.map((member) => this.origin(member))
    if (primary === undefined || fallback === undefined) return undefined
    const props = propsText(
      [
        ['primaryOrigin', primary],
        ['fallbackOrigin', fallback],
        ['fallbackStatusCodes', `[${statusCodes.join(', ')}]`],
      ],
      indent,
    )
    const variable = this.declarations.constant(`${id}Group`, `new origins.OriginGroup(${props})`)
    this.variables.set(id, variable)
    this.groups.push({
      Id: null,
      FailoverCriteria: { StatusCodes: { Items: [...statusCodes], Quantity: statusCodes.length } },
      Members: { Items: members.map((member) => ({ OriginId: member })), Quantity: members.length },
    })
    return variable
  }
}

function behavior(tree: Tree | undefined, targets: Targets, declarations: Declarations): Part | undefined {
  if (!isMap(tree)) return undefined
  const target = targets.target(tree['TargetOriginId'])
  const made = target && madeBehavior(tree, declarations)
  return (
    made && {
      props: [['origin', target.code], ...made.props],
      gives: { ...made.gives, TargetOriginId: target.gives },
    }
  )
}

interface Behaviors {
  readonly usual: Part
  readonly others: readonly (Part & { readonly pattern: string })[]
}

function behaviorsIn(config: TreeMap, targets: Targets, declarations: Declarations): Behaviors | undefined {
  const usual = behavior(config['DefaultCacheBehavior'], targets, declarations)
  const others = listAt(config, 'CacheBehaviors').map((tree) => {
    const { PathPattern: pattern } = isMap(tree) ? tree : {}
    const made = behavior(tree, targets, declarations)
    // Keys of an object that are numbers would change places.
    return made && typeof pattern === 'string' && pattern !== '*' && !/^\d+$/.test(pattern)
      ? { props: made.props, gives: { ...made.gives, PathPattern: pattern }, pattern }
      : undefined
  })
  const known = others.flatMap((other) => (other ? [other] : []))
  const isWhole = known.length === others.length
  const isUnlike = new Set(known.map(({ pattern }) => pattern)).size === known.length
  return usual && isWhole && isUnlike ? { usual, others: known } : undefined
}

/** The ids of origins, in the order in which the template has them and the construct makes them. */
const isInOrder = (config: TreeMap, { origins, groups }: Targets, named: ReadonlyMap<string, Group>) =>
  isSame(
    listAt(config, 'Origins').map((origin) => isMap(origin) && origin['Id']),
    origins.map(({ gives }) => gives['Id']),
  ) && groups.length === named.size

function propsOf({ usual, others }: Behaviors, config: Part): readonly (readonly [string, string])[] {
  const additional = others.map(({ pattern, props }) => [pattern, propsText(props, `${indent}    `)] as const)
  return [
    ...config.props,
    ['defaultBehavior', propsText(usual.props, `${indent}  `)],
    ...(additional.length > 0
      ? [['additionalBehaviors', propsText(additional, `${indent}  `)] as const]
      : []),
  ]
}

/** A distribution as a `Distribution`; undefined where the construct would say too little of it. */
export function distributionText(
  id: string,
  properties: TreeMap,
  using: Using,
): DistributionText | undefined {
  const { DistributionConfig: config, ...beside } = properties
  const groups = isMap(config) ? groupsIn(config) : undefined
  if (!isMap(config) || !groups) return undefined
  const declarations = new Declarations(id, using)
  const targets = new Targets(config, declarations, groups)
  const behaviors = behaviorsIn(config, targets, declarations)
  if (!behaviors || !isInOrder(config, targets, groups)) return undefined
  const own = madeConfig(config, declarations)
  const gives: TreeMap = {
    ...own.gives,
    Origins: targets.origins.map((origin) => origin.gives),
    DefaultCacheBehavior: behaviors.usual.gives,
    ...(behaviors.others.length > 0 && { CacheBehaviors: behaviors.others.map((other) => other.gives) }),
    ...(targets.groups.length > 0 && {
      OriginGroups: { Items: targets.groups, Quantity: targets.groups.length },
    }),
  }
  const overrides = [
    ...overridesTo(config, gives, 'DistributionConfig'),
    ...Object.entries(beside).map(([path, value]) => ({ path, value })),
  ]
  if (overrides.length > mostOverrides) return undefined
  const variable = using.naming.variable(id)
  const construct = using.naming.construct(id, 'Distribution')
  const made = `named(${quoted(id)}, new cloudfront.Distribution(this, ${quoted(construct)}, ${propsText(propsOf(behaviors, own), indent)}))`
  const resource = using.naming.variable(`${id}Resource`)
  const lines = [...using.settings, ...overrides.map((override) => overrideText(override, indent))].map(
    (line) => `${indent}${resource}.${line};`,
  )
  const text = [
    ...declarations.lines,
    `${indent}const ${variable} = ${made};`,
    ...(lines.length === 0
      ? []
      : [
          `${indent}const ${resource} = ${variable}.node.defaultChild as cloudfront.CfnDistribution;`,
          ...lines,
        ]),
  ].join('\n')
  return { id, variable, text, modules: declarations.modules }
}
