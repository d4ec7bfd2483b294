import { distributionsIn } from '#core/model/distribution.ts'
import { isRef, isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkMtlsTrustStore = defineRule({
  id: 'network/mtls-trust-store',
  severity: 'error',
  summary: 'Client certificates are checked without a trust store.',
  why: 'In the modes required and optional CloudFront checks client certificates against a trust store and refuses a distribution without one. In passthrough mode it checks nothing, so that a trust store has no effect.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-validation-modes.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const mutual = known(config.ViewerMtlsConfig)
      if (!mutual || isUnknown(mutual.Mode) || isUnknown(mutual.TrustStoreConfig)) continue
      const mode: string = known(mutual.Mode) ?? 'required'
      const store: unknown = known(mutual.TrustStoreConfig)?.TrustStoreId
      const at = [...path, 'ViewerMtlsConfig']
      const target = isRef(store) ? document.resources[store.ref] : undefined
      if (mode === 'passthrough' && store)
        yield {
          path: [...at, 'TrustStoreConfig'],
          message: `“${id}” leaves the check of client certificates to the origin, so its trust store has no effect; remove it, or use the mode “required”.`,
          severity: 'warning',
        }
      if (isRef(store) && target && target.type !== 'TrustStore')
        yield {
          path: [...at, 'TrustStoreConfig', 'TrustStoreId'],
          message: `“${store.ref}” is not a trust store, so CloudFront refuses “${id}”; refer to one.`,
        }
      if ((mode === 'required' || mode === 'optional') && !store)
        yield {
          path: [...at, 'TrustStoreConfig'],
          message: `“${id}” checks client certificates and has no trust store to check them against, so CloudFront refuses it; set TrustStoreId.`,
        }
    }
  },
})
