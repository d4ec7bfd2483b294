import { said } from '#core/ground/said.ts'
import { known } from '#core/model/field.ts'
import type { Difference } from '#core/review/change.ts'
import { type Side, settingPointer } from '#core/review/side.ts'
import { expressionsIn, notKnown } from '#core/review/unknown.ts'
import type { WideAspect } from '#core/review/wide.ts'

const versions = ({ compiled }: Side) =>
  [...compiled.httpVersions]
    .sort()
    .map((version) => `HTTP/${version}`)
    .join(', ')

function* protocols(before: Side, after: Side): Generator<Difference> {
  const [old, now] = [versions(before), versions(after)]
  if (old !== now)
    yield {
      before: old,
      after: now,
      severity: 'note',
      text: `Viewers can connect with ${now} instead of ${old}; those who speak only another version use an older one that is left.`,
      setting: settingPointer(after, [...after.compiled.path, 'HttpVersion']),
      shownBy: ['3', '2'].map((httpVersion) => ({ viewer: { httpVersion } })),
    }
  if (before.compiled.hasIpv6 !== after.compiled.hasIpv6)
    yield {
      before: before.compiled.hasIpv6 ? 'IPv4 and IPv6' : 'IPv4 only',
      after: after.compiled.hasIpv6 ? 'IPv4 and IPv6' : 'IPv4 only',
      severity: after.compiled.hasIpv6 ? 'change' : 'danger',
      text: after.compiled.hasIpv6
        ? 'Viewers may come from IPv6 addresses: lists of IPv4 addresses (a web ACL, signed policies, the origin’s logs) do not know them.'
        : 'Viewers with an IPv6 address alone cannot connect any more.',
      kinds: after.compiled.hasIpv6 ? [] : ['outage'],
      setting: settingPointer(after, [...after.compiled.path, 'IsIPV6Enabled']),
    }
}

interface Tls {
  readonly certificate: { readonly key: string; readonly text: string }
  readonly minimum: string
  readonly method: string
}

/** Old names of CloudFront's security policies that its own certificate does not let one choose. */
function tlsOf({ document, config }: Side): Tls {
  const viewer = known(config.ViewerCertificate)
  const field = viewer?.ACMCertificateArn ?? viewer?.IAMCertificateId
  const [expression] = expressionsIn(document, field)
  const isOwn = field === undefined || field === '' || known(viewer?.CloudFrontDefaultCertificate) === true
  return {
    certificate: isOwn
      ? { key: '', text: "CloudFront's own certificate" }
      : {
          key: expression?.key ?? said(field),
          text: expression ? notKnown([expression.text]) : said(field),
        },
    minimum: isOwn ? 'TLSv1' : (known(viewer?.MinimumProtocolVersion) ?? 'TLSv1'),
    method: isOwn ? 'sni-only' : (known(viewer?.SSLSupportMethod) ?? 'sni-only'),
  }
}

const strength = (policy: string) =>
  Number(/20\d\d/.exec(policy)?.[0] ?? 0) +
  (policy.startsWith('TLSv1.3') ? 5000 : policy.startsWith('SSL') ? -1 : 0)

const settingOf = (after: Side, field: string) =>
  settingPointer(after, [...after.compiled.path, 'ViewerCertificate', field])

function* minimum(old: Tls, now: Tls, after: Side): Generator<Difference> {
  if (old.minimum === now.minimum) return
  const isWeaker = strength(now.minimum) < strength(old.minimum)
  yield {
    before: old.minimum,
    after: now.minimum,
    severity: isWeaker ? 'danger' : 'change',
    text: isWeaker
      ? `Viewers may connect with older TLS: the policy is ${now.minimum} instead of ${old.minimum}.`
      : `Viewers whose TLS is older than ${now.minimum} cannot connect; until now the policy was ${old.minimum}.`,
    kinds: isWeaker ? ['public'] : [],
    setting: settingOf(after, 'MinimumProtocolVersion'),
  }
}

function* certificate(old: Tls, now: Tls, after: Side): Generator<Difference> {
  if (old.certificate.key === now.certificate.key) return
  const isOwn = now.certificate.key === ''
  yield {
    before: old.certificate.text,
    after: now.certificate.text,
    severity: isOwn ? 'danger' : 'change',
    text: isOwn
      ? "The distribution shows CloudFront's own certificate, which no alternate domain name matches: browsers refuse it there."
      : `The distribution shows another certificate: ${now.certificate.text}. It has to name every alternate domain name.`,
    kinds: isOwn && after.compiled.aliases.length > 0 ? ['outage'] : [],
    setting: settingOf(after, 'ACMCertificateArn'),
  }
}

function* addresses(old: Tls, now: Tls, after: Side): Generator<Difference> {
  if (old.method === now.method) return
  const isDedicated = now.method === 'vip'
  yield {
    before: old.method,
    after: now.method,
    severity: isDedicated ? 'change' : 'note',
    text: isDedicated
      ? 'Dedicated IP addresses serve HTTPS, at 600 USD a month.'
      : 'HTTPS needs a client that names the host (SNI); all current ones do.',
    kinds: isDedicated ? ['cost'] : [],
    setting: settingOf(after, 'SSLSupportMethod'),
  }
}

function* tls(before: Side, after: Side): Generator<Difference> {
  const [old, now] = [tlsOf(before), tlsOf(after)]
  yield* minimum(old, now, after)
  yield* certificate(old, now, after)
  yield* addresses(old, now, after)
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html */
export const connections: WideAspect = {
  what: 'protocol',
  field: ['HttpVersion'],
  *compare(before, after) {
    yield* protocols(before, after)
    yield* tls(before, after)
  },
}
