import type { DesignDocument, Origin } from '#core/model/document.ts'
import { isExpression, knownItems } from '#core/model/field.ts'
import { surelyNamed } from '#core/model/links.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { balancerOf, kindOfBalancer, listenersOf, portIn } from '#core/rules/lookup/balancers.ts'
import { foreignOf, mentions, type PlacedForeign } from '#core/rules/lookup/foreign.ts'
import { portsAsked } from '#core/rules/lookup/origin-ports.ts'
import { groupsOfServer, opennessOf, portsOf } from '#core/rules/lookup/security-groups.ts'
import { eachOrigin, type PlacedDistribution } from '#core/rules/lookup/walk.ts'

/** Whether a rule of the listener, or a web ACL, looks at a header, or may. */
function mayCheck(document: DesignDocument, listener: PlacedForeign): boolean {
  if (foreignOf(document, 'AWS::WAFv2::WebACLAssociation').length > 0) return true
  return foreignOf(document, 'AWS::ElasticLoadBalancingV2::ListenerRule').some(({ config }) => {
    const { ListenerArn: of, Conditions: conditions } = config
    const named = surelyNamed(of)
    if (named !== listener.id) return isExpression(of) && named === undefined
    return (
      isExpression(conditions) || mentions(conditions, 'http-header') || mentions(conditions, '"unknown"')
    )
  })
}

/** The listener that forwards whatever comes; undefined where one checks, or may. */
function careless(
  document: DesignDocument,
  distribution: PlacedDistribution,
  origin: Origin,
): PlacedForeign | undefined {
  const balancer = balancerOf(document, origin)
  if (!balancer || kindOfBalancer(balancer) !== 'application') return undefined
  const ports = portsAsked(distribution, origin).map(({ port }) => port)
  return listenersOf(document, balancer)?.find(
    (one) =>
      ports.includes(portIn(one.config['Port']) ?? 0) &&
      mentions(one.config['DefaultActions'], '"Type":"forward"') &&
      !mayCheck(document, one),
  )
}

export const securityHeaderNotChecked = defineRule({
  id: 'security/header-not-checked',
  severity: 'info',
  sees: 'origin',
  profiles: ['security'],
  summary: 'The load balancer does not check the header that CloudFront sends.',
  why: 'A secret header locks an origin only where something refuses requests without it: a rule of the listener with an http-header condition before a default action that refuses, a web ACL, or the application.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if (knownItems(origin.CustomHeaders).length === 0) continue
      const groups = groupsOfServer(document, origin.DomainName) ?? []
      if (opennessOf(document, groups, portsOf(origin)) !== 'open') continue
      const listener = careless(document, distribution, origin)
      if (!listener) continue
      yield {
        path: [...path, 'CustomHeaders'],
        message: `“${listener.id}” forwards requests without the header of “${nameOf(origin.Id)}” too, and its security group lets everybody in, so unless the application checks it, CloudFront can be bypassed; add a rule with an http-header condition, and refuse by default.`,
      }
    }
  },
})
