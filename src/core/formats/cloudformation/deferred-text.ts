/**
 * Texts that are not final: CloudFormation resolves dynamic references when it deploys
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html), and templating tools fill
 * in `{{name}}` before CloudFormation sees it. Code of several lines has braces of its own.
 */
const deferred = /\{\{(?:resolve:[\w-]+:[^{}]*|\s*[\w.-]+\s*)\}\}/g

export const isDeferredText = (text: string): boolean => {
  if (!text.includes('{{') || text.includes('\n')) return false
  deferred.lastIndex = 0
  return deferred.test(text)
}

/** A text of the same shape; undefined where its end, which tells what kind of host it is, is deferred. */
export const likeOfDeferred = (text: string): string | undefined =>
  text.endsWith('}}') ? undefined : text.replace(deferred, 'x')
