/** Steps of kinds whose settings are members of the commands' inputs themselves. */
import { said } from '#core/ground/said.ts'
import type { JsonObject } from '#core/model/field.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { ask, guard, ifMatch, kept, until, variable, type Writing } from './script-lines.ts'
import { tagsInput } from './script-tags.ts'
import { asJson, Hole, writtenTo } from './shell.ts'
import { withoutTags } from './tags.ts'

const without = (config: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(config).filter(([name]) => !names.includes(name)))
/** Most of these are read by an id or a name. */
const asked = (type: string, id: unknown) => (type === 'AnycastIpList' ? { Id: id } : { Identifier: id })

/** Additional metrics are set as they are, whatever they were. */
const metricsLines = ({ name, config }: Writing): readonly string[] =>
  ask(name, {
    command: 'create-monitoring-subscription',
    file: 'input',
    input: config,
    fields: ['MonitoringSubscription.RealtimeMetricsSubscriptionConfig.RealtimeMetricsSubscriptionStatus'],
  })

/** What is made can be named once it is deployed; a trust store, once its certificates are read. */
function waitLines(
  { step: { type, action }, name }: Writing,
  command: string,
  answer: string,
): readonly string[] {
  const status = { AnycastIpList: 'Deployed', TrustStore: 'active' }[said(type)]
  if (status === undefined || (action === 'update' && type !== 'TrustStore')) return []
  const input = asked(type, asJson(new Hole(variable(name, 'physicalId'))))
  return until(name, { command: `get-${command}`, file: 'get', input, fields: [`${answer}.Status`] }, status)
}

const publishLines = ({ name, config }: Writing): readonly string[] =>
  config['AutoPublish'] === false
    ? []
    : [
        'etag=$(field 3 "$answer")',
        ...ask(name, {
          command: 'publish-connection-function',
          file: 'publish',
          input: { Id: asJson(new Hole(variable(name, 'physicalId'))) },
          fields: ['ConnectionFunctionSummary.Id'],
          more: ifMatch,
        }),
      ]

export function flatLines(writing: Writing): readonly string[] {
  const { step, name, config } = writing
  const { type, action, target } = step
  const { script, fixed = [] } = resourceKinds[type].deployment ?? {}
  if (!script || type === 'MonitoringSubscription') return metricsLines(writing)
  const { command, answer } = script
  const isFunction = type === 'ConnectionFunction'
  const isChange = action === 'update'
  const verb = isFunction ? 'describe' : 'get'
  const settings = without(withoutTags(config), ['AutoPublish', 'ConnectionFunctionCode'])
  const code = `"$work/${name}.js"`
  return [
    ...(isFunction ? [writtenTo(code, said(config['ConnectionFunctionCode'] ?? ''))] : []),
    ...(isChange
      ? [
          ...ask(name, {
            command: `${verb}-${command}`,
            file: 'get',
            input: asked(type, target?.physicalId),
            fields: ['ETag'],
          }),
          ...guard(writing),
        ]
      : []),
    ...ask(name, {
      command: `${isChange ? 'update' : 'create'}-${command}`,
      file: 'input',
      input: isChange
        ? { ...without(settings, fixed), Id: target?.physicalId }
        : { ...settings, ...tagsInput(config) },
      fields: [`${answer}.Id`, `${answer}.${isFunction ? 'ConnectionFunctionArn' : 'Arn'}`, 'ETag'],
      more: `${isChange ? ifMatch : ''}${isFunction ? ` --connection-function-code "fileb://$work/${name}.js"` : ''}`,
    }),
    ...kept(writing, ['physicalId', 'arn']),
    ...(isFunction ? publishLines(writing) : waitLines(writing, command, answer)),
  ]
}
