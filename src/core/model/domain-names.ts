/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html */

/** An alternate domain name as CloudFront takes it: labels, and `*` only as the whole first one. */
export const isDomainName = (name: string): boolean =>
  name.length <= 253 && /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/i.test(name)

/** Whether a certificate's name covers an alternate domain name: equal, or a wildcard for exactly one label. */
export function coversName(certificateName: string, alias: string): boolean {
  const [pattern, name] = [certificateName.toLowerCase(), alias.toLowerCase()]
  if (pattern === name) return true
  if (!pattern.startsWith('*.')) return false
  const dot = name.indexOf('.')
  return dot > 0 && !name.startsWith('*') && name.slice(dot + 1) === pattern.slice(2)
}
