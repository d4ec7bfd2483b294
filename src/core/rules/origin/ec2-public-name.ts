import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originEc2PublicName = defineRule({
  id: 'origin/ec2-public-name',
  severity: 'info',
  sees: 'origin',
  profiles: ['recommended'],
  summary: 'An origin is one EC2 instance by the name of its address.',
  why: 'The public DNS name of an instance is made from its public address, which it loses when it is stopped, unless that is an Elastic IP address. AWS advises a load balancer, or a VPC origin, which needs no public address.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.VpcOriginConfig !== undefined || originKindOf(document, origin)?.id !== 'ec2') continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${nameOf(origin.DomainName)}” is made from the instance’s address, which changes when it is stopped and started unless it is an Elastic IP address; name a load balancer or a record of your own, or make it a VPC origin.`,
      }
    }
  },
})
