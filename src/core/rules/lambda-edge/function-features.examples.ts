import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { edgeLambda, foreign, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    plain: distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ Timeout: 5, MemorySize: 128 }),
    ),
    'empty settings': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({
        Environment: { Variables: {} },
        Layers: [],
        Architectures: ['x86_64'],
        TracingConfig: { Mode: 'PassThrough' },
        EphemeralStorage: { Size: 512 },
      }),
    ),
    'not at the edge': distribution({}, edgeLambda({ Environment: { Variables: { TABLE: 'a' } } })),
  },
  invalid: {
    'environment variables': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ Environment: { Variables: { TABLE: 'a' } } }),
    ),
    'a layer': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ Layers: ['arn:aws:lambda:us-east-1:111122223333:layer:sharp:1'] }),
    ),
    arm64: distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({ Architectures: ['arm64'] }),
    ),
    'a VPC': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] } }),
    ),
    'X-Ray': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({ TracingConfig: { Mode: 'Active' } }),
    ),
    'an image': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({
        PackageType: 'Image',
        Code: { ImageUri: '111122223333.dkr.ecr.us-east-1.amazonaws.com/edge:1' },
      }),
    ),
    SAM: distribution(
      {
        DefaultCacheBehavior: onEvent('origin-request', {
          LambdaFunctionAssociations: [
            { EventType: 'origin-request', LambdaFunctionARN: { ref: 'Resize', attribute: 'Version' } },
          ],
        }),
      },
      { Resize: foreign('AWS::Serverless::Function', { Runtime: 'nodejs22.x', Tracing: 'Active' }) },
    ),
  },
}
