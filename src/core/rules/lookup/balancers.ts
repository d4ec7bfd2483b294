/** Load balancers of a design, their listeners, and what those forward to. */

import type { DesignDocument, Origin } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { isAloneInFile, surelyOf } from '#core/model/links.ts'
import { valueAt } from '#core/model/path.ts'
import { foreignOf, listIn, namedIn, type PlacedForeign, textIn } from './foreign.ts'

const balancerType = 'AWS::ElasticLoadBalancingV2::LoadBalancer'
const listenerType = 'AWS::ElasticLoadBalancingV2::Listener'
const groupType = 'AWS::ElasticLoadBalancingV2::TargetGroup'

export const placedOf = (
  document: DesignDocument,
  value: unknown,
  type: string,
): PlacedForeign | undefined => {
  const id = surelyOf(document, value, type)
  return id === undefined ? undefined : foreignOf(document, type).find((one) => one.id === id)
}

/** The load balancer of the design that an origin names. */
export const balancerOf = (document: DesignDocument, origin: Origin): PlacedForeign | undefined =>
  placedOf(document, origin.DomainName, balancerType)

/** Application load balancers are the default. */
export const kindOfBalancer = ({ config }: PlacedForeign): string | undefined =>
  config['Type'] === undefined ? 'application' : textIn(config['Type'])

/** The listeners of a load balancer; undefined where some of them may stand elsewhere. */
export function listenersOf(
  document: DesignDocument,
  { id }: PlacedForeign,
): readonly PlacedForeign[] | undefined {
  const all = foreignOf(document, listenerType)
  const isUnsure = ({ config }: PlacedForeign) => {
    const on = config['LoadBalancerArn']
    return isExpression(on) && surelyOf(document, on, balancerType) === undefined
  }
  const own = all.filter(({ config }) => namedIn(config['LoadBalancerArn']).includes(id))
  return own.length === 0 || all.some(isUnsure) || isAloneInFile(document) ? undefined : own
}

/** The target groups that actions forward to. */
export function targetGroupsIn(document: DesignDocument, actions: unknown): readonly PlacedForeign[] {
  return (listIn(actions) ?? []).flatMap((action) => {
    const several = listIn(valueAt(action, ['ForwardConfig', 'TargetGroups'])) ?? []
    const arns = [
      valueAt(action, ['TargetGroupArn']),
      ...several.map((one) => valueAt(one, ['TargetGroupArn'])),
    ]
    return arns.flatMap((arn) => placedOf(document, arn, groupType) ?? [])
  })
}

/** A port as a number; undefined where it is absent or left to the deployment. */
export const portIn = (value: unknown): number | undefined =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : undefined
