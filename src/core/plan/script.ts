/** A plan as a shell script of `aws` commands: for those who may not, or would rather not, let a tool do it. */
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { Plan, PlanStep } from './plan.ts'
import { type Live, type LiveResources, resolveConfig } from './resolve.ts'

interface Words {
  /** `create-<this>`; also of get, update and delete. */
  readonly command: string
  /** The option that takes the config. */
  readonly option: string
  /** What the answer puts around the id. */
  readonly answer: string
}
const words: Partial<Record<ResourceType, Words>> = {
  CachePolicy: { command: 'cache-policy', option: 'cache-policy-config', answer: 'CachePolicy' },
  OriginRequestPolicy: {
    command: 'origin-request-policy',
    option: 'origin-request-policy-config',
    answer: 'OriginRequestPolicy',
  },
  ResponseHeadersPolicy: {
    command: 'response-headers-policy',
    option: 'response-headers-policy-config',
    answer: 'ResponseHeadersPolicy',
  },
  OriginAccessControl: {
    command: 'origin-access-control',
    option: 'origin-access-control-config',
    answer: 'OriginAccessControl',
  },
  OriginAccessIdentity: {
    command: 'cloud-front-origin-access-identity',
    option: 'cloud-front-origin-access-identity-config',
    answer: 'CloudFrontOriginAccessIdentity',
  },
  KeyGroup: { command: 'key-group', option: 'key-group-config', answer: 'KeyGroup' },
  PublicKey: { command: 'public-key', option: 'public-key-config', answer: 'PublicKey' },
  ContinuousDeploymentPolicy: {
    command: 'continuous-deployment-policy',
    option: 'continuous-deployment-policy-config',
    answer: 'ContinuousDeploymentPolicy',
  },
  VpcOrigin: { command: 'vpc-origin', option: 'vpc-origin-endpoint-config', answer: 'VpcOrigin' },
  FieldLevelEncryptionConfig: {
    command: 'field-level-encryption-config',
    option: 'field-level-encryption-config',
    answer: 'FieldLevelEncryption',
  },
  FieldLevelEncryptionProfile: {
    command: 'field-level-encryption-profile',
    option: 'field-level-encryption-profile-config',
    answer: 'FieldLevelEncryptionProfile',
  },
  Distribution: { command: 'distribution', option: 'distribution-config', answer: 'Distribution' },
}
/** These are made with a caller reference, and changed with the one that they were made with. */
const referenced = new Set<ResourceType>([
  'Distribution',
  'PublicKey',
  'OriginAccessIdentity',
  'FieldLevelEncryptionConfig',
  'FieldLevelEncryptionProfile',
])

const variable = (id: LogicalId, what: 'ID' | 'ARN' | 'DOMAIN') =>
  `${id.replace(/[^A-Za-z0-9_]/g, '_')}_${what}`
const hole = (id: LogicalId, what: 'ID' | 'ARN' | 'DOMAIN') => `@@${variable(id, what)}@@`
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
/** Text in a here-document whose variables the shell fills in, so that everything else must be kept from it. */
const filled = (text: string) => text.replace(/[\\$`]/g, '\\$&').replace(/@@(\w+?)@@/g, '$${$1}')
const file = (name: string, text: string) => [
  `cat > "$work/${name}" <<END_OF_FILE`,
  filled(text),
  'END_OF_FILE',
]

/** What does not exist yet is a variable that an earlier command of the script sets. */
const withHoles = (plan: Plan, live: LiveResources): LiveResources => ({
  ...Object.fromEntries(
    plan.steps.map(({ resource }): [LogicalId, Live] => [
      resource,
      {
        physicalId: hole(resource, 'ID'),
        arn: hole(resource, 'ARN'),
        domainName: hole(resource, 'DOMAIN'),
        etag: '',
        config: {},
      },
    ]),
  ),
  ...live,
})

const set = (id: LogicalId, what: 'ID' | 'ARN' | 'DOMAIN', query: string) =>
  `${variable(id, what)}=$(printf '%s' "$answer" | field ${quoted(query)})`
const asked = (command: string) => `answer=$(aws cloudfront ${command} --output json)`

/** Stops where the resource is no longer as the plan saw it. */
const guard = (get: string, { resource, target }: PlanStep) => [
  asked(get),
  `etag=$(printf '%s' "$answer" | field ETag)`,
  `[ "$etag" = ${quoted(target?.etag ?? '')} ] || { echo ${quoted(`“${resource}” was changed since the plan; plan again.`)} >&2; exit 1; }`,
]

function functionLines(step: PlanStep, config: JsonObject): readonly string[] {
  const { resource, action } = step
  const name = quoted(String(config['Name']))
  const inputs = `--name ${name} --function-config "file://$work/${resource}.json" --function-code "fileb://$work/${resource}.js"`
  return [
    ...file(`${resource}.json`, JSON.stringify(config['FunctionConfig'] ?? {})),
    ...file(`${resource}.js`, String(config['FunctionCode'] ?? '')),
    ...(action === 'update'
      ? [
          ...guard(`describe-function --name ${name} --stage DEVELOPMENT`, step),
          asked(`update-function ${inputs} --if-match "$etag"`),
        ]
      : [asked(`create-function ${inputs}`)]),
    set(resource, 'ARN', 'FunctionSummary.FunctionMetadata.FunctionARN'),
    ...(config['AutoPublish'] === false
      ? []
      : [
          asked(`describe-function --name ${name} --stage DEVELOPMENT`),
          `aws cloudfront publish-function --name ${name} --if-match "$(printf '%s' "$answer" | field ETag)" > /dev/null`,
        ]),
  ]
}

function storeLines(step: PlanStep, config: JsonObject): readonly string[] {
  const name = quoted(String(config['Name']))
  const comment = `--comment ${quoted(String(config['Comment'] ?? ''))}`
  const source =
    config['ImportSource'] === undefined
      ? ''
      : ` --import-source ${quoted(JSON.stringify(config['ImportSource']))}`
  return [
    ...(step.action === 'update'
      ? [
          ...guard(`describe-key-value-store --name ${name}`, step),
          asked(`update-key-value-store --name ${name} ${comment} --if-match "$etag"`),
        ]
      : [asked(`create-key-value-store --name ${name} ${comment}${source}`)]),
    set(step.resource, 'ARN', 'KeyValueStore.ARN'),
  ]
}

function logLines({ resource, action, target }: PlanStep, config: JsonObject): readonly string[] {
  const verb =
    action === 'update'
      ? `update-realtime-log-config --arn ${quoted(target?.physicalId ?? '')}`
      : 'create-realtime-log-config'
  return [
    ...file(`${resource}.json`, JSON.stringify(config)),
    asked(`${verb} --cli-input-json "file://$work/${resource}.json"`),
    set(resource, 'ARN', 'RealtimeLogConfig.ARN'),
    `${variable(resource, 'ID')}="$${variable(resource, 'ARN')}"`,
  ]
}

function configLines(step: PlanStep, config: JsonObject, live: Live | undefined): readonly string[] {
  const { resource, type, action, target } = step
  const word = words[type]
  if (!word) return [`# ${type} “${resource}” has no command.`]
  const reference = live?.config['CallerReference'] ?? config['CallerReference'] ?? `frontage-${resource}`
  const complete = referenced.has(type)
    ? { CallerReference: reference, ...config, ...(live && { CallerReference: reference }) }
    : config
  const input = `--${word.option} "file://$work/${resource}.json"`
  const id = quoted(target?.physicalId ?? '')
  return [
    ...file(`${resource}.json`, JSON.stringify(complete, null, 2)),
    ...(action === 'update'
      ? [
          ...guard(`get-${word.command} --id ${id}`, step),
          asked(`update-${word.command} --id ${id} --if-match "$etag" ${input}`),
        ]
      : [asked(`create-${word.command} ${input}`)]),
    set(resource, 'ID', `${word.answer}.Id`),
    ...(type === 'Distribution'
      ? [
          set(resource, 'DOMAIN', 'Distribution.DomainName'),
          `aws cloudfront wait distribution-deployed --id "$${variable(resource, 'ID')}"`,
        ]
      : []),
  ]
}

function deletionLines(step: PlanStep): readonly string[] {
  const { type, resource, target } = step
  const id = target?.physicalId ?? ''
  const byName = type === 'Function' ? 'function' : type === 'KeyValueStore' ? 'key-value-store' : undefined
  if (type === 'RealtimeLogConfig') return [`# aws cloudfront delete-realtime-log-config --arn ${quoted(id)}`]
  const [verb, key] = byName === undefined ? [words[type]?.command ?? type, 'id'] : [byName, 'name']
  return [
    `# “${resource}” is no longer in the design. Take the mark away from the next line to delete it${type === 'Distribution' ? ', once it is disabled and deployed' : ''}.`,
    `# aws cloudfront delete-${verb} --${key} ${quoted(id)} --if-match ${quoted(target?.etag ?? '')}`,
  ]
}

function stepLines(step: PlanStep, config: JsonObject, live: Live | undefined): readonly string[] {
  if (step.action === 'delete') return deletionLines(step)
  if (step.type === 'Function') return functionLines(step, config)
  if (step.type === 'KeyValueStore') return storeLines(step, config)
  if (step.type === 'RealtimeLogConfig') return logLines(step, config)
  return configLines(step, config, live)
}

const head = `#!/usr/bin/env bash
# Written by Frontage. It stops at the first command that fails, and where something was changed since the plan.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A field of the JSON on standard input, by its path.
field() {
  python3 -c 'import functools, json, sys; print(functools.reduce(lambda value, name: value[name], sys.argv[1].split("."), json.load(sys.stdin)))' "$1"
}`

/** The script; deletions are in it as remarks, because nobody confirms them there. */
export function planScript(document: DesignDocument, plan: Plan, live: LiveResources): string {
  const known = withHoles(plan, live)
  const parts = plan.steps
    .filter(({ action }) => action !== 'unchanged')
    .map((step) =>
      [
        `# ${step.action} ${step.type} “${step.resource}”`,
        ...(step.obstacle === undefined ? [] : [`# ${step.obstacle}`, 'exit 1']),
        ...stepLines(step, resolveConfig(document, step.resource, known).config, live[step.resource]),
      ].join('\n'),
    )
  return `${[head, ...parts].join('\n\n')}\n`
}
