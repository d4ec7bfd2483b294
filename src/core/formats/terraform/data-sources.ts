/** What a data source of a managed policy gives: AWS's ids of them are known; every other data source is the run's. */

import { isSame } from '#core/formats/same.ts'
import { tableOf } from '#core/ground/names.ts'
import { fullName, managedPolicies } from '#core/model/managed-policies.ts'
import { itemsOf } from './collections.ts'
import { attributeOf } from './declarations.ts'
import type { Names } from './evaluation.ts'
import type { HclBlock, HclExpression, HclStep } from './hcl-syntax.ts'
import type { Value } from './value.ts'

const policyTypes: Readonly<Record<string, 'CachePolicy' | 'OriginRequestPolicy' | 'ResponseHeadersPolicy'>> =
  tableOf({
    aws_cloudfront_cache_policy: 'CachePolicy',
    aws_cloudfront_origin_request_policy: 'OriginRequestPolicy',
    aws_cloudfront_response_headers_policy: 'ResponseHeadersPolicy',
  })
interface Means {
  /** A value of the text that is being read. */
  readonly evaluate: (expression: HclExpression) => Value
  /** A value of the block, with these names and no others in sight. */
  readonly inBlock: (expression: HclExpression, names: Names) => Value
}

/** What `each` and `count` say in the instance that an index means; undefined where the index says nothing. */
function instanceNames(block: HclBlock, index: Value, { inBlock }: Means): Names | undefined {
  const over = attributeOf(block, 'for_each')
  if (!over) return new Map([['count', { index }]])
  const found = itemsOf(inBlock(over, new Map()))?.find(([key]) => isSame(key, index))
  return found && new Map([['each', { key: found[0], value: found[1] }]])
}

/** The id or name of the policy; undefined where the file does not decide it. */
export function policyOf(
  type: string,
  block: HclBlock | undefined,
  steps: readonly HclStep[],
  means: Means,
): Value | undefined {
  const policyType = policyTypes[type]
  const wanted = attributeOf(block, 'name')
  if (!policyType || !block || !wanted) return undefined
  const [first] = steps
  const isIndexed = first !== undefined && 'index' in first
  const [last, ...further] = isIndexed ? steps.slice(1) : steps
  if (!last || !('name' in last) || further.length > 0) return undefined
  const names = isIndexed ? instanceNames(block, means.evaluate(first.index), means) : new Map()
  const name = names && means.inBlock(wanted, names)
  if (last.name === 'name') return typeof name === 'string' ? name : undefined
  const policy = managedPolicies(policyType).find((one) => name === one.name || name === fullName(one))
  return last.name === 'id' ? policy?.id : undefined
}
