/**
 * A plan as a shell script of `aws` commands: for those who may not, or would rather not, let a tool do it. Every input
 * is a JSON file, since the command line reads an argument that begins with “file://” from that file, whoever wrote it:
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
 */
import { said } from '#core/ground/said.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { keepingReference, withReference } from './caller-reference.ts'
import { withTheirs } from './conflicts.ts'
import type { Plan, PlanStep } from './plan.ts'
import { type LiveResources, liveAt, resolveConfig, type Unborn } from './resolve.ts'
import { flatLines } from './script-flat.ts'
import { ask, guard, ifMatch, kept, plainText, until, variable, type Writing } from './script-lines.ts'
import { isSameBesideTags, tagLines, tagsInput } from './script-tags.ts'
import { asJson, Hole, holesIn, plainName, quoted, remark, writtenTo } from './shell.ts'
import { withoutTags } from './tags.ts'

function functionLines(writing: Writing): readonly string[] {
  const { step, name, config } = writing
  const Name = said(config['Name'])
  const code = `"$work/${name}.js"`
  const described = ask(name, {
    command: 'describe-function',
    file: 'get',
    input: { Name, Stage: 'DEVELOPMENT' },
    fields: ['ETag'],
  })
  const isChange = step.action === 'update'
  return [
    writtenTo(code, said(config['FunctionCode'] ?? '')),
    ...(isChange ? [...described, ...guard(writing)] : []),
    ...ask(name, {
      command: isChange ? 'update-function' : 'create-function',
      file: 'input',
      input: {
        Name,
        FunctionConfig: config['FunctionConfig'] ?? {},
        ...(isChange ? {} : tagsInput(config)),
      },
      fields: ['FunctionSummary.FunctionMetadata.FunctionARN'],
      more: `${isChange ? ifMatch : ''} --function-code "fileb://$work/${name}.js"`,
    }),
    ...kept(writing, ['arn']),
    ...(config['AutoPublish'] === false
      ? []
      : [
          ...described,
          'etag=$(field 1 "$answer")',
          ...ask(name, {
            command: 'publish-function',
            file: 'publish',
            input: { Name },
            fields: ['FunctionSummary.Name'],
            more: ifMatch,
          }),
        ]),
  ]
}

function storeLines(writing: Writing): readonly string[] {
  const { step, name, config } = writing
  const { Name = '', Comment = '', ImportSource } = config
  const described = { command: 'describe-key-value-store', file: 'get', input: { Name } }
  const isChange = step.action === 'update'
  return [
    ...(isChange ? [...ask(name, { ...described, fields: ['ETag'] }), ...guard(writing)] : []),
    ...ask(name, {
      command: isChange ? 'update-key-value-store' : 'create-key-value-store',
      file: 'input',
      input: isChange ? { Name, Comment } : { Name, Comment, ImportSource, ...tagsInput(config) },
      fields: ['KeyValueStore.ARN'],
      more: isChange ? ifMatch : '',
    }),
    ...kept(writing, ['arn']),
    ...(isChange ? [] : until(name, { ...described, fields: ['KeyValueStore.Status'] }, 'READY')),
  ]
}

function logLines(writing: Writing): readonly string[] {
  const { step, name, config } = writing
  const { Name: _, ...rest } = config
  const isChange = step.action === 'update'
  return [
    ...ask(name, {
      command: isChange ? 'update-realtime-log-config' : 'create-realtime-log-config',
      file: 'input',
      // An update names the whole configuration; the ARN says which one.
      input: isChange ? { ...rest, ARN: step.target?.physicalId } : config,
      fields: ['RealtimeLogConfig.ARN', 'RealtimeLogConfig.ARN'],
    }),
    ...kept(writing, ['arn', 'physicalId']),
  ]
}

/** A configuration with the caller reference that it has, or that this script gives it. */
const complete = ({ step: { type, resource }, config, live, run }: Writing): JsonObject =>
  live ? keepingReference(type, config, live.config) : withReference(type, resource, config, run)

/** Reads what is there, and changes it where it is as the plan saw it. */
const changeLines = (
  writing: Writing,
  command: string,
  input: object,
  fields: readonly string[],
): readonly string[] => {
  const { name, step } = writing
  const Id = step.target?.physicalId
  return [
    ...ask(name, { command: `get-${command}`, file: 'get', input: { Id }, fields: ['ETag'] }),
    ...guard(writing),
    ...ask(name, {
      command: `update-${command}`,
      file: 'input',
      input: { Id, ...input },
      fields,
      more: ifMatch,
    }),
  ]
}

/** A continuous deployment policy can be attached only to a distribution that exists. */
const attachLines = ({ name }: Writing, config: JsonObject): readonly string[] => [
  'etag=$(field 4 "$answer")',
  ...ask(name, {
    command: 'update-distribution',
    file: 'attach',
    input: { Id: asJson(new Hole(variable(name, 'physicalId'))), DistributionConfig: config },
    fields: ['Distribution.Id', 'Distribution.ARN', 'Distribution.DomainName'],
    more: ifMatch,
  }),
]

function distributionLines(writing: Writing, config: JsonObject): readonly string[] {
  const { name, step } = writing
  const { ContinuousDeploymentPolicyId: policy, ...first } = config
  const { Tags } = tagsInput(writing.config)
  const fields = ['Distribution.Id', 'Distribution.ARN', 'Distribution.DomainName', 'ETag']
  const isAttached = step.action !== 'update' && policy !== undefined && policy !== ''
  return [
    ...(step.action === 'update'
      ? changeLines(writing, 'distribution', { DistributionConfig: config }, fields)
      : ask(name, {
          command: Tags ? 'create-distribution-with-tags' : 'create-distribution',
          file: 'input',
          input: Tags
            ? { DistributionConfigWithTags: { DistributionConfig: first, Tags } }
            : { DistributionConfig: first },
          fields,
        })),
    ...kept(writing, ['physicalId', 'arn', 'domainName']),
    ...(isAttached ? attachLines(writing, config) : []),
    `aws cloudfront wait distribution-deployed --id "$${variable(name, 'physicalId')}"`,
  ]
}

function configLines(writing: Writing): readonly string[] {
  const { name, step } = writing
  const { type, action } = step
  const { script } = resourceKinds[type].deployment ?? {}
  if (!script?.member) return flatLines(writing)
  const config = withoutTags(complete(writing))
  if (type === 'Distribution') return distributionLines(writing, config)
  const isChange = action === 'update'
  const input = { [script.member]: config, ...(isChange ? {} : tagsInput(writing.config)) }
  const fields = [`${script.answer}.Id`, ...(type === 'VpcOrigin' ? ['VpcOrigin.Arn'] : [])]
  const isNewVpcOrigin = type === 'VpcOrigin' && !isChange
  return [
    ...(isChange
      ? changeLines(writing, script.command, input, fields)
      : ask(name, { command: `create-${script.command}`, file: 'input', input, fields })),
    ...kept(writing, type === 'VpcOrigin' ? ['physicalId', 'arn'] : ['physicalId']),
    ...(isNewVpcOrigin ? vpcWait(writing) : []),
  ]
}

const vpcWait = ({ name }: Writing): readonly string[] =>
  until(
    name,
    {
      command: 'get-vpc-origin',
      file: 'get',
      input: { Id: asJson(new Hole(variable(name, 'physicalId'))) },
      fields: ['VpcOrigin.Status'],
    },
    'Deployed',
  )

function deletionLines({ type, resource, target }: PlanStep): readonly string[] {
  const id = quoted(target?.physicalId ?? '')
  const { script, identifiedBy } = resourceKinds[type].deployment ?? {}
  const named = type === 'MonitoringSubscription' ? 'distribution-id' : (identifiedBy ?? 'id')
  const command = `aws cloudfront delete-${script?.command ?? type} --${named}=${id}`
  // What is known by its ARN has no ETag.
  if (identifiedBy === 'arn' || target?.etag === '') return [remark(command)]
  return [
    remark(
      `“${resource}” is no longer in the design. Take the mark away from the next line to delete it${type === 'Distribution' ? ', once it is disabled and deployed' : ''}.`,
    ),
    remark(`${command} --if-match ${quoted(target?.etag ?? '')}`),
  ]
}

function commandLines(writing: Writing): readonly string[] {
  const { step } = writing
  if (step.type === 'Function') return functionLines(writing)
  if (step.type === 'KeyValueStore') return storeLines(writing)
  if (step.type === 'RealtimeLogConfig') return logLines(writing)
  return configLines(writing)
}

/** A step under its remark; what it has made is told. */
function stepLines(writing: Writing): readonly string[] {
  const { action, type, resource } = writing.step
  const what = plainText(`${action} ${type} “${resource}”`)
  if (action === 'delete') return [remark(what), ...deletionLines(writing.step)]
  const { live, config, name } = writing
  const isChange = action === 'update' && live !== undefined
  const tags = isChange ? tagLines(name, live, config) : []
  if (isChange && tags.length > 0 && isSameBesideTags(live.config, config))
    return [remark(what), ...tags, `told ${quoted(what)} ${quoted(live.physicalId)}`]
  return [remark(what), ...commandLines(writing), `told ${quoted(what)} "$(field 1 "$answer")"`, ...tags]
}
const waiting: readonly string[] = ['KeyValueStore', 'VpcOrigin', 'AnycastIpList']
const asksForStatus = ({ type, action }: PlanStep) =>
  action !== 'delete' && (type === 'TrustStore' || (action !== 'update' && waiting.includes(type)))
const lasting: readonly string[] = ['Distribution', 'AnycastIpList', 'TrustStore', 'ConnectionFunction']
/** What later lines of the same step need, beside what the design's references do. */
const isAlwaysKept = ({ type, action }: PlanStep) =>
  action !== 'delete' && (lasting.includes(type) || (type === 'VpcOrigin' && action !== 'update'))

const head = `#!/usr/bin/env bash
# Written by Frontage. It stops at the first command that fails, and where something was changed since the plan.
# What is of the design is data in single quotes: nothing in it is meant for the shell.
# shellcheck disable=SC2016
set -euo pipefail`

const tools = `export AWS_PAGER=''
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Runs a command with the input of a file, and gives the fields that are asked for, with tabs between them.
cf() { aws cloudfront "$1" --cli-input-json "file://$work/$2.json" --query "$3" --output text "\${@:4}"; }
# One field of an answer, by its number; none is a failure.
field() {
  local value
  value=$(printf '%s\\n' "$2" | cut -f "$1")
  case $value in '' | None) echo 'The answer of AWS lacks a field.' >&2; return 1 ;; esac
  printf '%s' "$value"
}
told() { printf '%s: %s\\n' "$1" "$2"; }`

const untilStatus = `# Asks until the status is the one that is wanted: 20 minutes, then it gives up.
until_status() {
  for _ in {1..240}; do
    [ "$(cf "$2" "$3" "$4")" != "$1" ] || return 0
    sleep 5
  done
  echo 'It takes longer than usual; AWS goes on with it.' >&2
  return 1
}`

export interface ScriptSettings {
  /** What makes the caller references of this script differ from those of any other. */
  readonly run: string
}

/** What a step sends: as an apply does, with what others changed and the design did not touch. */
function wantedOf(document: DesignDocument, step: PlanStep, live: LiveResources, unborn: Unborn): JsonObject {
  const { config } = resolveConfig(document, step.resource, live, unborn)
  const current = step.action === 'update' ? liveAt(live, step.resource) : undefined
  if (!current) return config
  const wanted = current.tagsUnread === undefined ? config : withoutTags(config)
  return withTheirs(wanted, current.config, step.kept ?? [])
}

/** The script; deletions are in it as remarks, because nobody confirms them there. */
export function planScript(
  document: DesignDocument,
  plan: Plan,
  live: LiveResources,
  { run }: ScriptSettings,
): string {
  const obstacle = plan.steps.find((step) => step.obstacle !== undefined)?.obstacle
  if (obstacle !== undefined) return `${head}\necho ${quoted(obstacle)} >&2\nexit 1\n`
  const steps = plan.steps.filter(({ action }) => action !== 'unchanged')
  const names = new Map<LogicalId, string>()
  for (const { resource } of steps)
    if (!names.has(resource)) names.set(resource, `r${names.size + 1}_${plainName(resource)}`)
  const unborn: Unborn = ({ ref }, { what, before }) =>
    asJson(new Hole(variable(names.get(ref) ?? plainName(ref), what), before))
  const writings = steps.map((step) => ({
    step,
    name: names.get(step.resource) ?? '',
    config: wantedOf(document, step, live, unborn),
    live: liveAt(live, step.resource),
    run,
  }))
  const used = new Set([
    ...writings.flatMap(({ config }) => [...holesIn(config)].map((hole) => hole.variable)),
    ...writings.flatMap(({ step, name }) => (isAlwaysKept(step) ? [variable(name, 'physicalId')] : [])),
  ])
  const isUsed = (name: string) => used.has(name)
  const parts = writings.map((writing) => stepLines({ ...writing, isUsed }).join('\n'))
  const isWriting = steps.some(({ action }) => action !== 'delete')
  const functions = [...(isWriting ? [tools] : []), ...(steps.some(asksForStatus) ? [untilStatus] : [])]
  return `${[head, ...functions, ...parts].join('\n\n')}\n`
}
