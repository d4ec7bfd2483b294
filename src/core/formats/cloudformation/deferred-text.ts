/**
 * Texts that are not final: CloudFormation resolves dynamic references when it deploys
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html), and templating tools fill
 * in `{{name}}` before CloudFormation sees it. Code of several lines has braces of its own, and in a distribution that
 * serves tenants `{{name}}` is a parameter of CloudFront's.
 */
import type { Scope } from './scope.ts'

const reference = /\{\{resolve:[\w-]+:[^{}]*\}\}/g
const placeholder = /\{\{(?:resolve:[\w-]+:[^{}]*|\s*[\w.-]+\s*)\}\}/g

const deferredIn = ({ servesTenants }: Scope) => (servesTenants ? reference : placeholder)

export const isDeferredText = (text: string, scope: Scope): boolean =>
  text.includes('{{') && !text.includes('\n') && text.search(deferredIn(scope)) >= 0

/** A text of the same shape; undefined where its end, which tells what kind of host it is, is deferred. */
export const likeOfDeferred = (text: string, scope: Scope): string | undefined =>
  text.endsWith('}}') ? undefined : text.replace(deferredIn(scope), 'x')
