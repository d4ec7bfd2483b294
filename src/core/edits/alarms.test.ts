import { expect, test } from 'vitest'
import { readSource, writeFormat } from '#core/formats/index.ts'
import { applyEdit } from '#core/model/edit.ts'
import { cloudFrontMetrics } from '#core/model/metrics.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { distribution } from '#fixtures/build.ts'
import { addAlarm, alarmKinds } from './alarms.ts'

test('an alarm watches a metric that there is, by the statistic that it has', () => {
  for (const kind of alarmKinds) {
    const document = distribution()
    const { edit, id } = addAlarm(document, 'Site', kind)
    const after = applyEdit(document, edit)
    const metric = cloudFrontMetrics[kind.metric]
    expect(metric?.of).toBe('distribution')
    expect(after.resources[id]?.config).toMatchObject({
      Dimensions: [
        { Name: 'DistributionId', Value: { ref: 'Site' } },
        { Name: 'Region', Value: 'Global' },
      ],
      ...(metric?.statistic === 'Percentile'
        ? { ExtendedStatistic: 'p90' }
        : { Statistic: metric?.statistic }),
    })
    const ofIt = findProblems(rules, { document: after }).filter(({ path }) => path[1] !== 'Site')
    expect(ofIt.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual([])
  }
})

test('what needs additional metrics turns them on, once', () => {
  const latency = alarmKinds.find(({ metric }) => metric === 'OriginLatency')
  const hits = alarmKinds.find(({ metric }) => metric === 'CacheHitRate')
  if (!latency || !hits) throw new Error('An alarm is gone.')
  const first = applyEdit(distribution(), addAlarm(distribution(), 'Site', latency).edit)
  const second = applyEdit(first, addAlarm(first, 'Site', hits).edit)
  const types = Object.values(second.resources).map(({ type }) => type)
  expect(types.filter((type) => type === 'MonitoringSubscription')).toHaveLength(1)
  expect(types.filter((type) => type === 'AWS::CloudWatch::Alarm')).toHaveLength(2)
})

test('a template has the alarm with a reference to its distribution, and it is read again', () => {
  const [kind] = alarmKinds
  if (!kind) throw new Error('There are no alarms.')
  const document = applyEdit(distribution(), addAlarm(distribution(), 'Site', kind).edit)
  const { text } = writeFormat('cloudformation-yaml', document)
  expect(text).toContain('Type: AWS::CloudWatch::Alarm')
  expect(text).toContain('Value: !Ref Site')
  const read = readSource(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  expect(read.value.document.resources['SiteServerErrors']).toEqual(document.resources['SiteServerErrors'])
})

test('Terraform has the alarm in us-east-1, with a reference to its distribution', () => {
  const latency = alarmKinds.find(({ metric }) => metric === 'OriginLatency')
  if (!latency) throw new Error('There is no such alarm.')
  const document = applyEdit(distribution(), addAlarm(distribution(), 'Site', latency).edit)
  const { text, losses } = writeFormat('terraform', document)
  expect(losses).toEqual([])
  const block =
    /resource "aws_cloudwatch_metric_alarm" "site_slow_origin" \{[\s\S]*?\n\}/.exec(text)?.[0] ?? ''
  const said = block.replace(/ +/g, ' ')
  expect(said).toContain('region = "us-east-1"')
  expect(said).toContain('extended_statistic = "p90"')
  expect(said).toContain('DistributionId = aws_cloudfront_distribution.site.id')
  expect(said).toContain('Region = "Global"')
  expect(text).toContain('resource "aws_cloudfront_monitoring_subscription"')
})
