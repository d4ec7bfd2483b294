/** What a function's runtime is written in, and whether it can be run here. */
import type { FunctionRun } from './runner.ts'

/**
 * The language of a CloudFront Functions or Lambda runtime (`cloudfront-js-2.0`, `nodejs22.x`); `python` and `other` are
 * kept and exported, not run.
 */
export function languageOf(runtime: string): FunctionRun['language'] | 'python' | 'other' {
  if (runtime === 'cloudfront-js-1.0' || runtime === 'cloudfront-js-2.0') return runtime
  if (runtime.startsWith('nodejs')) return 'nodejs'
  return runtime.startsWith('python') ? 'python' : 'other'
}
