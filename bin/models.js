/**
 * `npm run models`: what CloudFormation and the Terraform provider have for CloudFront today, as data for the writers.
 * CloudFormation's schemas are those of cfn-lint (in .venv), the provider's are read from two packages that hold them:
 * @cdktf/provider-aws (exact names and nesting, but archived) and @pulumi/aws (newer, its names differ by plurals).
 * Several versions of them tell since when the provider has a field: the first one looked at that has it, so that a
 * version which the data asks for is never too early. Prints what is new, and with `--write` keeps it in
 * src/core/formats/schemas.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './install.js'

const folder = join(root, 'src/core/formats/schemas')
/** The packages by the provider's version that they hold, oldest first (https://github.com/pulumi/pulumi-aws/releases). */
const packages = [
  { package: '@cdktf/provider-aws@21.0.0', provider: '6.0.0' },
  { package: '@cdktf/provider-aws@21.22.1', provider: '6.25.0' },
  { package: '@pulumi/aws@7.14.0', provider: '6.26.0' },
  { package: '@pulumi/aws@7.37.0', provider: '6.54.0' },
  { package: '@pulumi/aws@7.45.0', provider: '6.63.0' },
]
/** What stands around a distribution and is written with it. */
const neighbours = {
  aws_s3_bucket: { of: 's3.Bucket', fields: ['bucket', 'force_destroy', 'object_lock_enabled', 'tags'] },
  aws_s3_bucket_policy: { of: 's3.BucketPolicy', fields: ['bucket', 'policy'] },
  aws_s3_bucket_public_access_block: {
    of: 's3.BucketPublicAccessBlock',
    fields: [
      'block_public_acls',
      'block_public_policy',
      'bucket',
      'ignore_public_acls',
      'restrict_public_buckets',
    ],
  },
  aws_cloudwatch_metric_alarm: {
    of: 'cloudwatch.MetricAlarm',
    fields: [
      'actions_enabled',
      'alarm_actions',
      'alarm_description',
      'alarm_name',
      'comparison_operator',
      'datapoints_to_alarm',
      'dimensions',
      'evaluation_periods',
      'extended_statistic',
      'insufficient_data_actions',
      'metric_name',
      'namespace',
      'ok_actions',
      'period',
      'region',
      'statistic',
      'tags',
      'threshold',
      'treat_missing_data',
      'unit',
    ],
  },
  aws_lambda_permission: {
    of: 'lambda.Permission',
    fields: [
      'action',
      'event_source_token',
      'function_name',
      'function_url_auth_type',
      'invoked_via_function_url',
      'principal',
      'principal_org_id',
      'source_account',
      'source_arn',
    ],
  },
}
const ownNames = { function: 'function_name' }
const onlyOf = (type, fields) =>
  fields &&
  Object.fromEntries(
    Object.entries(fields).filter(([name]) => neighbours[type]?.fields.includes(name) ?? true),
  )

function fetched(name, place) {
  const npm = process.env.npm_execpath
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  const packed = spawnSync(program, [...first, 'pack', name, '--silent', '--pack-destination', place], {
    encoding: 'utf8',
  })
  if (packed.status !== 0) throw new Error(`“${name}” could not be fetched: ${packed.stderr}`)
  const into = join(place, name.replace(/\W+/g, '-'))
  spawnSync('mkdir', ['-p', into])
  const archive = join(place, packed.stdout.trim().split('\n').at(-1))
  spawnSync('tar', ['xzf', archive, '-C', into, '--strip-components=1'])
  return into
}

const snake = (name) =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()

/** What a declared type holds: `pulumi.Input<pulumi.Input<string>[]>` is a list of texts. */
function kindOf(declared) {
  const bare = declared
    .replace(/\bpulumi\.Input</g, '')
    .replace(/cdktf\.IResolvable|undefined|inputs\.(cloudfront|s3|lambda)\.|enums\.[\w.]+/g, '')
  const isMap = bare.includes('[key: string]')
  const isList = /\[\]/.test(bare)
  const scalar = /\b(string|number|boolean|any)\b/.exec(bare.replace('[key: string]', ''))?.[1]
  const holds = scalar === undefined ? /\b([A-Z]\w+)\b/.exec(bare)?.[1] : undefined
  return { isMap, isList, scalar, holds }
}
/** `Defaults to 10`, as the provider's descriptions say it. */
function defaultOf(comment) {
  const said = /Defaults? to `?([\w.-]+?)`?(?:[.,;)\s]|$)/.exec(comment)?.[1]
  if (said === undefined) return undefined
  if (said === 'true' || said === 'false') return said === 'true'
  return /^\d+$/.test(said) ? Number(said) : undefined
}

/** The interfaces of a declaration file: members with whether they are required and what they hold. */
function interfacesOf(text) {
  const found = {}
  for (const [, , name, body] of text.matchAll(/^( *)(?:export )?interface (\w+)[^{\n]*\{\n(.*?)\n\1\}/gms)) {
    const members = {}
    const declared =
      /(?:\/\*\*((?:(?!\*\/).)*)\*\/\s*)?^ *(?:readonly )?(\w+)(\??): (\{[^}]*\}[^;]*|[^;]+);/gms
    for (const [, comment = '', member, optional, type] of body.matchAll(declared))
      members[member] = { isRequired: optional === '', default: defaultOf(comment), ...kindOf(type) }
    found[name] = members
  }
  return found
}

/** What every resource of the provider has. */
const meta = ['id', 'region', 'timeouts', 'tagsAll']

/** Nested fields by the provider's names. */
function tree(interfaces, name, spell, above = []) {
  const members = interfaces[name]
  if (!members || above.includes(name)) return undefined
  return Object.fromEntries(
    Object.entries(members)
      .filter(([member]) => above.length > 0 || !meta.includes(member))
      .map(([member, { isRequired, isList, isMap, scalar, holds, default: assumed }]) => {
        const fields = holds && tree(interfaces, holds, spell, [...above, name])
        return [
          spell(member, isList && fields),
          {
            type: isMap ? 'map' : fields ? 'block' : (scalar ?? 'any'),
            ...(isList && { list: true }),
            ...(isRequired && { required: true }),
            ...(assumed !== undefined && { default: assumed }),
            member,
            ...(fields && { fields }),
          },
        ]
      }),
  )
}

/** Pulumi writes lists of blocks in the plural. */
const singular = (name) => name.replace(/ies$/, 'y').replace(/s$/, '')
const blocksInSingular = (member, isBlocks) =>
  isBlocks ? singular(snake(member)) : (ownNames[member] ?? snake(member))

function pulumiTypes(place) {
  const inputs = readFileSync(join(place, 'types/input.d.ts'), 'utf8')
  const sharedOf = (service) =>
    interfacesOf(
      inputs.split(`export declare namespace ${service} {`)[1].split('\nexport declare namespace')[0],
    )
  const found = (service, file) => {
    const own = interfacesOf(readFileSync(join(place, service, file), 'utf8'))
    const args = Object.keys(own).find((each) => each.endsWith('Args'))
    const fields = args && tree({ ...sharedOf(service), ...own }, args, blocksInSingular)
    // Pulumi makes up the name of what has none, so that no name is required there; the provider requires it.
    return fields?.name ? { ...fields, name: { ...fields.name, required: true } } : fields
  }
  const types = {}
  for (const file of readdirSync(join(place, 'cloudfront'))) {
    if (!/^[a-z]\w+\.d\.ts$/.test(file) || /^(get|index)/.test(file)) continue
    const fields = found('cloudfront', file)
    if (fields) types[`aws_cloudfront_${snake(file.replace('.d.ts', ''))}`] = fields
  }
  for (const [type, { of }] of Object.entries(neighbours)) {
    const [service, className] = of.split('.')
    const fields = found(service, `${className[0].toLowerCase()}${className.slice(1)}.d.ts`)
    if (fields) types[type] = onlyOf(type, fields)
  }
  return types
}

/** The provider's names of a package that has them exactly; what another package calls a member, it does not know. */
function cdktfTypes(place) {
  const types = {}
  const folders = readdirSync(join(place, 'lib')).filter(
    (each) => each.startsWith('cloudfront-') || Object.hasOwn(neighbours, `aws_${each.replaceAll('-', '_')}`),
  )
  for (const folder of folders) {
    const text = readFileSync(join(place, 'lib', folder, 'index.d.ts'), 'utf8')
    const name = /interface (\w+) extends cdktf/.exec(text)?.[1]
    const all = interfacesOf(text.replace(/ extends cdktf\.TerraformMetaArguments/g, ''))
    const type = `aws_${folder.replaceAll('-', '_')}`
    if (name) types[type] = onlyOf(type, tree(all, name, snake))
  }
  return types
}

const isSameName = (one, other) => one === other || singular(one) === singular(other)
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())

/** What Pulumi calls a field, and whether it has a list of it. */
const inPulumi = (field) =>
  field === undefined ? {} : { pulumi: field.member, pulumiList: field.list ?? false }

/** A field of an older version, with what a newer one says of it. */
function kept(field, other, newer) {
  const fields = field.fields && merged(field.fields, other?.fields, newer)
  const assumed = field.default ?? other?.default
  return {
    ...field,
    ...(assumed !== undefined && { default: assumed }),
    ...inPulumi(newer.isPulumi ? other : undefined),
    ...(fields && { fields }),
  }
}

const brought = (field, newer) => ({
  ...field,
  ...(newer.since && { since: newer.since }),
  ...inPulumi(newer.isPulumi ? field : undefined),
  ...(field.fields && { fields: merged(undefined, field.fields, newer) }),
})

/** Fields of an older version and of a newer one: names and types of the older, and what is new with its version. */
function merged(older, fields, newer) {
  if (!fields) return older
  const others = Object.entries(fields)
  const result = {}
  for (const [name, field] of Object.entries(older ?? {}))
    result[name] = kept(field, others.find(([each]) => isSameName(each, name))?.[1], newer)
  for (const [name, field] of others)
    if (!Object.keys(result).some((each) => isSameName(each, name))) result[name] = brought(field, newer)
  return result
}

/** As it is kept: what goes without saying is left out, a version that is that of the field above too. */
const compact = (fields, above) =>
  fields &&
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      {
        ...(field.type !== 'string' && { type: field.type }),
        ...(field.list && { list: true }),
        ...(field.required && { required: true }),
        ...(field.default !== undefined && { default: field.default }),
        ...(field.since !== above && { since: field.since }),
        ...(field.pulumi !== undefined && field.pulumi !== camel(name) && { pulumi: field.pulumi }),
        ...(field.pulumiList !== undefined &&
          field.pulumiList !== (field.list ?? false) && { pulumiList: field.pulumiList }),
        ...(field.fields && { fields: compact(field.fields, field.since) }),
      },
    ]),
  )

/** What a value of a property may be: lengths, numbers, patterns, how many items. */
const limitNames = [
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'uniqueItems',
]
const limitsOf = (property) => {
  const limits = Object.fromEntries(
    limitNames
      .filter((name) => property[name] !== undefined && property[name] !== false)
      .map((name) => [name, property[name]]),
  )
  return Object.keys(limits).length === 0 ? undefined : limits
}

function cloudFormationTypes() {
  const site = join(root, '.venv/lib')
  const python = existsSync(site) && readdirSync(site).find((each) => each.startsWith('python'))
  if (!python) throw new Error('cfn-lint is missing; run `npm run setup`.')
  const place = join(site, python, 'site-packages/cfnlint/data/schemas')
  const read = (...parts) => JSON.parse(readFileSync(join(place, ...parts), 'utf8'))
  const types = {}
  for (const [type, file] of Object.entries(read('providers', 'us-east-1.json'))) {
    if (!type.startsWith('AWS::CloudFront::')) continue
    const schema = read('resources', `${file}.json`)
    const fieldsOf = ({ properties, required = [] }, above) =>
      Object.fromEntries(
        Object.entries(properties).map(([name, property]) => {
          const fields = inner(property, above)
          const limits = limitsOf(property)
          const { type, isList } = typeOf(property)
          return [
            name,
            {
              ...(type !== 'string' && { type }),
              ...(isList && { list: true }),
              ...(required.includes(name) && { required: true }),
              ...(property.default !== undefined && { default: property.default }),
              ...(limits && { limits }),
              ...(fields && { fields }),
            },
          ]
        }),
      )
    const resolved = ({ $ref, ...property }) =>
      $ref ? resolved(schema.definitions[$ref.split('/').at(-1)]) : property
    const typeOf = (property) => {
      const found = resolved(property)
      if (found.items) return { ...typeOf(found.items), isList: true }
      const [type = 'any'] = [found.type].flat()
      return { type: type === 'object' ? (found.properties ? 'block' : 'any') : type, isList: false }
    }
    const inner = (property, above) => {
      const target = property.$ref ? property.$ref.split('/').at(-1) : undefined
      if (target !== undefined && above.includes(target)) return undefined
      const found = target === undefined ? property : schema.definitions[target]
      if (found?.items) return inner(found.items, above)
      return found?.properties && fieldsOf(found, [...above, target])
    }
    const readOnly = new Set((schema.readOnlyProperties ?? []).map((each) => each.split('/')[2]))
    const fields = fieldsOf(schema, [])
    for (const name of readOnly) delete fields[name]
    types[type] = fields
  }
  return { of: `cfn-lint's schemas of ${read('version.json').schema_date.slice(0, 10)}`, types }
}

function terraformTypes() {
  const place = mkdtempSync(join(tmpdir(), 'frontage-models-'))
  try {
    let all = {}
    for (const { package: name, provider } of packages) {
      const since = name === packages[0].package ? undefined : provider
      const isPulumi = name.startsWith('@pulumi')
      const read = (isPulumi ? pulumiTypes : cdktfTypes)(fetched(name, place))
      const types = [...new Set([...Object.keys(all), ...Object.keys(read)])]
      all = Object.fromEntries(
        types.map((type) => [type, merged(all[type], read[type], { since, isPulumi })]),
      )
    }
    const { package: last, provider } = packages.at(-1)
    const types = Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1))
    const since = Object.fromEntries(
      types.flatMap(([type, fields]) => {
        const [first, ...others] = new Set(Object.values(fields).map((field) => field.since))
        return others.length === 0 && first !== undefined ? [[type, first]] : []
      }),
    )
    return {
      of: `version ${provider}, in ${last}`,
      oldest: packages[0].provider,
      since,
      types: Object.fromEntries(types.map(([type, fields]) => [type, compact(fields, since[type])])),
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Every field's path: what a comparison prints. */
function* paths(fields, above) {
  for (const [name, { fields: inner, limits, ...field }] of Object.entries(fields ?? {})) {
    yield `${above}.${name} ${JSON.stringify(field)}`
    if (inner) yield* paths(inner, `${above}.${name}`)
  }
}

function compare(file, schema) {
  const path = join(folder, file)
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { types: {} }
  const all = ({ types }) =>
    new Set(Object.entries(types).flatMap(([type, fields]) => [type, ...paths(fields, type)]))
  const [old, now] = [all(before), all(schema)]
  const lines = [
    ...[...now].filter((each) => !old.has(each)).map((each) => `+ ${each}`),
    ...[...old].filter((each) => !now.has(each)).map((each) => `- ${each}`),
  ]
  process.stdout.write(`${file}: ${schema.of}\n${lines.length === 0 ? 'nothing new' : lines.join('\n')}\n`)
  if (process.argv.includes('--write')) writeFileSync(path, `${JSON.stringify(schema, undefined, 1)}\n`)
}

const only = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length)
if (only !== 'terraform') compare('cloudformation.json', cloudFormationTypes())
if (only !== 'cloudformation') compare('terraform.json', terraformTypes())
