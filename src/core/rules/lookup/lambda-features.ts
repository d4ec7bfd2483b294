/** Features of Lambda that CloudFront refuses at the edge: .../DeveloperGuide/lambda-at-edge-function-restrictions.html */
import { isExpression, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { EdgeFunction } from './edge-functions.ts'
import { textIn } from './foreign.ts'

interface Feature {
  readonly what: string
  /** From the function's config. */
  readonly at: Path
  readonly isUsed: (value: unknown) => boolean
}

const isFilledMap = (value: unknown) =>
  typeof value === 'object' && value !== null && !isExpression(value) && Object.keys(value).length > 0
const isFilledList = (value: unknown) =>
  Array.isArray(value) && value.some((item) => !isExpression(item) || 'ref' in item)
const isNumber = (value: unknown) => value !== undefined && value !== '' && Number.isFinite(Number(value))

/** The same for functions of Lambda and of SAM. */
const common: readonly Feature[] = [
  { what: 'environment variables', at: ['Environment', 'Variables'], isUsed: isFilledMap },
  { what: 'layers', at: ['Layers'], isUsed: isFilledList },
  { what: 'access to a VPC', at: ['VpcConfig', 'SubnetIds'], isUsed: isFilledList },
  // A file system is mounted from within a VPC.
  { what: 'a file system of a VPC', at: ['FileSystemConfigs'], isUsed: isFilledList },
  {
    what: 'provisioned concurrency',
    at: ['ProvisionedConcurrencyConfig', 'ProvisionedConcurrentExecutions'],
    isUsed: isNumber,
  },
  { what: 'a container image', at: ['PackageType'], isUsed: (value) => value === 'Image' },
  {
    what: 'the architecture arm64',
    at: ['Architectures'],
    isUsed: (value) => Array.isArray(value) && value.includes('arm64'),
  },
  {
    what: 'more than 512 MB of storage',
    at: ['EphemeralStorage', 'Size'],
    isUsed: (value) => isNumber(value) && Number(value) > 512,
  },
  {
    what: 'runtime updates other than Auto',
    at: ['RuntimeManagementConfig', 'UpdateRuntimeOn'],
    isUsed: (value) => textIn(value) !== undefined && value !== 'Auto',
  },
]
const lambdaOnly: readonly Feature[] = [
  { what: 'a customer managed key for its .zip', at: ['Code', 'SourceKMSKeyArn'], isUsed: isSet },
  { what: 'a dead-letter queue', at: ['DeadLetterConfig', 'TargetArn'], isUsed: isSet },
  { what: 'X-Ray tracing', at: ['TracingConfig', 'Mode'], isUsed: (value) => value === 'Active' },
]
const samOnly: readonly Feature[] = [
  { what: 'a dead-letter queue', at: ['DeadLetterQueue', 'TargetArn'], isUsed: isSet },
  { what: 'X-Ray tracing', at: ['Tracing'], isUsed: (value) => value === 'Active' },
]

/** References count: whatever they give, there is something. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== '' && !(isExpression(value) && 'unknown' in value)
}

function valueAt(config: Readonly<Record<string, unknown>>, at: Path): unknown {
  let value: unknown = config
  for (const step of at) {
    const container = known(value)
    if (typeof container !== 'object' || container === null) return undefined
    // Steps are names of properties.
    value = (container as Record<string, unknown>)[step]
  }
  return value
}

/** What a function at the edge has and must not have, with where it says so. */
export function* refusedFeatures(lambda: EdgeFunction): Generator<{ what: string; path: Path }> {
  const { config, path, isServerless, versions } = lambda
  for (const { what, at, isUsed } of [...common, ...(isServerless ? samOnly : lambdaOnly)])
    if (isUsed(valueAt(config, at))) yield { what, path: [...path, ...at] }
  const at: Path = ['ProvisionedConcurrencyConfig', 'ProvisionedConcurrentExecutions']
  for (const version of versions)
    if (isNumber(valueAt(version.config, at)))
      yield { what: 'provisioned concurrency', path: [...version.path, ...at] }
}
