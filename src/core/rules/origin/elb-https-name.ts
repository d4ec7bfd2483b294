import { behaviorsOf } from '#core/model/distribution.ts'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { policyBehind } from '#core/model/managed-policies.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hostForwarding } from '#core/rules/lookup/forwarding.ts'
import { behaviorName, eachOrigin, originsBehind } from '#core/rules/lookup/walk.ts'

/** Whether it is known what the behavior's origin request policy forwards. */
const isResolved = (document: DesignDocument, { OriginRequestPolicyId: id }: Behavior) =>
  id === undefined || id === '' || policyBehind(document, 'OriginRequestPolicy', id) !== undefined

export const originElbHttpsName = defineRule({
  id: 'origin/elb-https-name',
  severity: 'warning',
  summary: 'A load balancer or instance is called over HTTPS by a name that no certificate covers.',
  why: 'The certificate has to match the origin domain or the forwarded Host, and nobody can get one for a name under amazonaws.com: CloudFront answers 502.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      const kind = originKindOf(document, origin)?.id
      if (kind !== 'load-balancer' && kind !== 'ec2') continue
      const protocol = known(known(origin.CustomOriginConfig)?.OriginProtocolPolicy)
      if (protocol !== 'https-only' && protocol !== 'match-viewer') continue
      const users = behaviorsOf(distribution).filter(({ behavior }) =>
        originsBehind({ distribution, behavior }).some(({ value }) => value.Id === origin.Id),
      )
      const bare = users.find(
        ({ behavior }) => hostForwarding(document, behavior).length === 0 && isResolved(document, behavior),
      )
      if (!bare) continue
      yield {
        path: [...path, 'DomainName'],
        message: `No certificate covers “${nameOf(origin.DomainName)}” and ${behaviorName(bare)} does not forward Host, so the TLS connection fails and CloudFront answers 502; give the ${kind === 'ec2' ? 'instance' : 'load balancer'} a name of your own, or forward Host.`,
      }
    }
  },
})
