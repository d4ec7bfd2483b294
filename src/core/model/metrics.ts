/**
 * CloudFront's metrics in CloudWatch: which statistic each has, and whether it needs additional metrics turned on.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export const metricsNamespace = 'AWS/CloudFront'

export interface Metric {
  readonly statistic: 'Average' | 'Sum' | 'Percentile'
  readonly of: 'distribution' | 'function'
  /** Only with a monitoring subscription. */
  readonly isAdditional: boolean
}

const rate = (isAdditional: boolean): Metric => ({ statistic: 'Average', of: 'distribution', isAdditional })
const sum = (of: Metric['of']): Metric => ({ statistic: 'Sum', of, isAdditional: false })

export const cloudFrontMetrics: Readonly<Record<string, Metric>> = {
  Requests: sum('distribution'),
  BytesDownloaded: sum('distribution'),
  BytesUploaded: sum('distribution'),
  '4xxErrorRate': rate(false),
  '5xxErrorRate': rate(false),
  TotalErrorRate: rate(false),
  '401ErrorRate': rate(true),
  '403ErrorRate': rate(true),
  '404ErrorRate': rate(true),
  '502ErrorRate': rate(true),
  '503ErrorRate': rate(true),
  '504ErrorRate': rate(true),
  CacheHitRate: rate(true),
  OriginLatency: { statistic: 'Percentile', of: 'distribution', isAdditional: true },
  FunctionInvocations: sum('function'),
  FunctionValidationErrors: sum('function'),
  FunctionExecutionErrors: sum('function'),
  FunctionThrottles: sum('function'),
  FunctionComputeUtilization: { statistic: 'Average', of: 'function', isAdditional: false },
}
