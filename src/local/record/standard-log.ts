/**
 * What was served, as a standard log of CloudFront's.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
import { standardLogFields } from '#core/trace/message/log-record.ts'
import type { Write } from './recorder.ts'
import { ServedLines } from './served-lines.ts'

/** Cookies stay out, as they do in CloudFront's logs unless somebody asks for them. */
const line = (log: Readonly<Record<string, string>>): string =>
  standardLogFields.map((field) => (field === 'cs(Cookie)' ? '-' : (log[field] ?? '-'))).join('\t')

export function standardLog(write: Write): ServedLines {
  write(`#Version: 1.0\n#Fields: ${standardLogFields.join(' ')}\n`)
  return new ServedLines(write, (_, log) => `${line(log)}\n`)
}
