import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionKvsArn = defineRule({
  id: 'function/kvs-arn',
  severity: 'error',
  sees: 'shared',
  summary: 'A function does not name its key value store by ARN.',
  why: 'KeyValueStoreARN is the ARN that ends in the id of the store; a name or an id is refused. In CloudFormation Ref gives the name, GetAtt Arn the ARN.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_KeyValueStoreAssociation.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const owners = [
      ...resourcesOf(document, 'Function').map(({ id, path, config }) => ({
        id,
        path: [...path, 'FunctionConfig'],
        settings: known(config.FunctionConfig),
      })),
      ...resourcesOf(document, 'ConnectionFunction').map(({ id, path, config }) => ({
        id,
        path: [...path, 'ConnectionFunctionConfig'],
        settings: known(config.ConnectionFunctionConfig),
      })),
    ]
    for (const { id, path, settings } of owners)
      for (const [index, item] of (settings?.KeyValueStoreAssociations ?? []).entries()) {
        const arn: unknown = known(item)?.KeyValueStoreARN
        const field = [...path, 'KeyValueStoreAssociations', index, 'KeyValueStoreARN']
        if (isRef(arn)) {
          if (document.resources[arn.ref]?.type !== 'KeyValueStore' || arn.attribute === undefined) continue
          yield {
            path: field,
            message: `“${id}” names the key value store “${arn.ref}” by something else than its ARN, so CloudFront refuses it; use the ARN.`,
            fix: setAt(field, { ref: arn.ref }, 'Use the ARN'),
          }
          continue
        }
        if (
          typeof arn !== 'string' ||
          /^arn:aws[\w-]*:cloudfront::\d{12}:key-value-store\/[0-9a-f-]{36}$/.test(arn)
        )
          continue
        yield {
          path: field,
          message: `“${arn}” of “${id}” is not the ARN of a key value store, so CloudFront refuses it; it looks like arn:aws:cloudfront::ACCOUNT:key-value-store/ID.`,
        }
      }
  },
})
