import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, cachePolicy, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

const keeping = (MinTTL: number, PathPattern = '*.m3u8') =>
  distribution(
    { CacheBehaviors: [behavior(PathPattern, 'web', { CachePolicyId: { ref: 'Manifests' } })] },
    { Manifests: cachePolicy({ MinTTL, DefaultTTL: MinTTL, MaxTTL: 600 }) },
  )

export const examples: RuleExamples = {
  valid: {
    'two seconds': keeping(2),
    'other files': keeping(60, '/pictures/*'),
  },
  invalid: {
    'a minute': keeping(60),
    'by MediaPackage, whatever the path': distribution(
      {
        Origins: [customOrigin('web', { DomainName: 'abc.mediapackage.eu-west-1.amazonaws.com' })],
        DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Manifests' } }),
      },
      { Manifests: cachePolicy({ MinTTL: 30, DefaultTTL: 30, MaxTTL: 600 }) },
    ),
  },
}
