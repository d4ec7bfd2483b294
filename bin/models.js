/**
 * `npm run models`: what CloudFormation and the Terraform provider have for CloudFront today, as data for the writers.
 * CloudFormation's schemas are those of cfn-lint (in .venv), the provider's are read from two packages that hold them:
 * @cdktf/provider-aws (exact names and nesting, but archived) and @pulumi/aws (newer, its names differ by plurals).
 * Prints what is new, and with `--write` keeps it in src/core/formats/schemas.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './install.js'

const folder = join(root, 'src/core/formats/schemas')
const packages = { cdktf: '@cdktf/provider-aws@21.22.1', pulumi: '@pulumi/aws@7.48.0' }

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

/** The interfaces of a declaration file: members with whether they are required and which interface they hold. */
function interfacesOf(text) {
  const found = {}
  for (const [, , name, body] of text.matchAll(/^( *)(?:export )?interface (\w+)[^{\n]*\{\n(.*?)\n\1\}/gms)) {
    const members = {}
    for (const [, member, optional, type] of body.matchAll(/^ *(?:readonly )?(\w+)(\??): ([^;]+);/gm)) {
      const inner = /(?:inputs\.cloudfront\.|\b)((?:Cloudfront)?[A-Z]\w+)\b/.exec(
        type.replaceAll('pulumi.Input', ''),
      )
      members[member] = { isRequired: optional === '', isList: /\[\]/.test(type), holds: inner?.[1] }
    }
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
      .map(([member, { isRequired, isList, holds }]) => {
        const fields = holds && tree(interfaces, holds, spell, [...above, name])
        return [
          spell(member, isList && fields),
          { ...(isRequired && { required: true }), ...(fields && { fields }) },
        ]
      }),
  )
}

/** Pulumi writes lists of blocks in the plural. */
const singular = (name) => name.replace(/ies$/, 'y').replace(/s$/, '')

function pulumiTypes(place) {
  const shared = interfacesOf(
    readFileSync(join(place, 'types/input.d.ts'), 'utf8')
      .split('export declare namespace cloudfront {')[1]
      .split('\nexport declare namespace')[0],
  )
  const types = {}
  for (const file of readdirSync(join(place, 'cloudfront'))) {
    if (!/^[a-z]\w+\.d\.ts$/.test(file) || /^(get|index)/.test(file)) continue
    const text = readFileSync(join(place, 'cloudfront', file), 'utf8')
    const name = file.replace('.d.ts', '')
    const own = interfacesOf(text)
    const args = Object.keys(own).find((each) => each.endsWith('Args'))
    if (!args) continue
    const fields = tree({ ...shared, ...own }, args, (member, isBlocks) =>
      isBlocks ? singular(snake(member)) : snake(member),
    )
    types[`aws_cloudfront_${snake(name).replace('keyvaluestore', 'keyvaluestore')}`] = fields
  }
  return types
}

function cdktfTypes(place) {
  const types = {}
  for (const folder of readdirSync(join(place, 'lib')).filter((each) => each.startsWith('cloudfront-'))) {
    const text = readFileSync(join(place, 'lib', folder, 'index.d.ts'), 'utf8')
    const config = Object.keys(interfacesOf(text)).find(
      (each) => each.endsWith('Config') && new RegExp(`interface ${each} extends`).test(text),
    )
    const all = interfacesOf(text.replace(/ extends cdktf\.TerraformMetaArguments/g, ''))
    const name =
      config ?? Object.keys(all).find((each) => new RegExp(`interface ${each} extends cdktf`).test(text))
    if (name) types[`aws_${folder.replaceAll('-', '_')}`] = tree(all, name, snake)
  }
  return types
}

/** Both packages in one: exact names where the older one has them, and what is newer from the other. */
function merged(older, newer) {
  if (!older) return mark(newer)
  const names = Object.keys(older)
  const same = (name) => names.find((each) => each === name || singular(each) === singular(name))
  const result = {}
  for (const [name, field] of Object.entries(older)) {
    const other = Object.entries(newer ?? {}).find(
      ([each]) => each === name || singular(each) === singular(name),
    )
    const fields = field.fields && merged(field.fields, other?.[1].fields)
    result[name] = {
      ...(field.required && (!other || other[1].required || field.required) && { required: true }),
      ...(fields && { fields }),
    }
  }
  for (const [name, field] of Object.entries(newer ?? {}))
    if (!same(name)) result[name] = mark({ [name]: field })[name]
  return result
}
const mark = (fields) =>
  fields &&
  Object.fromEntries(
    Object.entries(fields).map(([name, { required, fields: inner }]) => [
      name,
      { ...(required && { required }), newer: true, ...(inner && { fields: mark(inner) }) },
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
          return [
            name,
            {
              ...(required.includes(name) && { required: true }),
              ...(limits && { limits }),
              ...(fields && { fields }),
            },
          ]
        }),
      )
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
    const older = cdktfTypes(fetched(packages.cdktf, place))
    const newer = pulumiTypes(fetched(packages.pulumi, place))
    const names = [...new Set([...Object.keys(older), ...Object.keys(newer)])].sort()
    return {
      of: `${packages.pulumi}, and ${packages.cdktf} (provider 6.25.0)`,
      types: Object.fromEntries(names.map((name) => [name, merged(older[name], newer[name])])),
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Every field's path: what a comparison prints. */
function* paths(fields, above) {
  for (const [name, { fields: inner }] of Object.entries(fields ?? {})) {
    yield `${above}.${name}`
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
