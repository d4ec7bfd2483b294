/** What of an origin decides how it is asked and what it answers; its id and its place in the list do not. */
import { said } from '#core/ground/said.ts'
import type { Origin } from '#core/model/document.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import type { CompiledOrigin } from '#core/trace/compile/compiled.ts'
import type { Difference } from './change.ts'
import type { Side } from './side.ts'
import { elsewhere, expressionsIn, notKnown } from './unknown.ts'

type Judged = Pick<Difference, 'severity' | 'text' | 'kinds' | 'shownBy'>
type Judge = (was: OriginSetting, now: OriginSetting, origin: string) => Judged

export interface OriginSetting {
  readonly id: string
  /** Equal where the effect is; never shown, since it may hold a secret. */
  readonly key: string
  readonly text: string
  /** Only a deployment gives the value. */
  readonly isOpen?: boolean
  readonly path: Path
  readonly judge: Judge
}

interface Context {
  readonly side: Side
  readonly origin: CompiledOrigin
  readonly raw: Origin
  /** Whether viewers can come over plain HTTP, before or after. */
  readonly hasPlainViewers: boolean
}
type Maker = (context: Context) => OriginSetting

/** A value as it is written, with its expression in place of a stand-in. */
function keyed(
  { side }: Context,
  written: unknown,
  compiled: unknown,
): { key: string; text: string; isOpen: boolean } {
  const found = expressionsIn(side.document, written)
  if (found.length === 0) return { key: JSON.stringify(compiled), text: said(compiled), isOpen: false }
  const texts = found.map(({ text }) => text)
  return {
    isOpen: true,
    key: found.map(({ key }) => key).join(),
    text: isUnknown(written) ? notKnown(texts) : texts.join(', '),
  }
}

const becomes: Judge = (was, now, origin) => ({
  severity: 'change',
  text: `The origin “${origin}” changes: ${now.text} instead of ${was.text}.`,
  shownBy: [{}, { protocol: 'http' }],
})

const host: Maker = (context) => ({
  id: 'host',
  ...keyed(context, context.raw.DomainName, context.origin.domainName),
  path: [...context.origin.path, 'DomainName'],
  judge: (was, now, origin) => ({
    severity: 'danger',
    text: `The origin “${origin}” is another host: ${now.text} instead of ${was.text}. What the caches hold of the old one is served until it expires or is invalidated.`,
    kinds: ['routing'],
    shownBy: [{}],
  }),
})

const path: Maker = (context) => ({
  id: 'path',
  ...keyed(context, context.raw.OriginPath, context.origin.originPath || '/'),
  path: [...context.origin.path, 'OriginPath'],
  judge: (was, now, origin) => ({
    severity: 'danger',
    text: `The origin “${origin}” is asked below ${now.text} instead of ${was.text}: what is not there is a 404.`,
    kinds: ['outage'],
    shownBy: [{}],
  }),
})

const manners: Readonly<Record<CompiledOrigin['kind'], string>> = {
  s3: 'an S3 bucket',
  's3-website': 'an S3 website',
  custom: 'a web server',
  vpc: 'a server in a VPC',
  'lambda-url': 'a Lambda function URL',
}

/** An origin that is asked as the viewer asks is asked over HTTPS alone where no viewer gets through over HTTP. */
function ports({ protocolPolicy, httpPort, httpsPort }: CompiledOrigin, hasPlainViewers: boolean): string {
  if (protocolPolicy === 'http-only') return `HTTP only, port ${httpPort}`
  return protocolPolicy === 'https-only' || !hasPlainViewers
    ? `HTTPS only, port ${httpsPort}`
    : `as the viewer does, ports ${httpPort} and ${httpsPort}`
}

const protocol: Maker = ({ origin, raw, side, hasPlainViewers }) => {
  const text =
    origin.kind === 's3' ? manners.s3 : `${manners[origin.kind]}, ${ports(origin, hasPlainViewers)}`
  const unknown = expressionsIn(side.document, [raw.CustomOriginConfig, raw.VpcOriginConfig])
  return {
    id: 'protocol',
    key: JSON.stringify([text, unknown.map(({ key }) => key)]),
    text: unknown.length > 0 ? `${text}, partly ${notKnown(unknown.map((one) => one.text))}` : text,
    path: [...origin.path, origin.kind === 's3' ? 'S3OriginConfig' : 'CustomOriginConfig'],
    judge: (was, now, id) => {
      const opens = now.text.includes('HTTP only') && !was.text.includes('HTTP only')
      return {
        severity: 'danger',
        text: `The origin “${id}” is asked as ${now.text} instead of ${was.text}.${opens ? ' What goes between CloudFront and the origin is no longer encrypted.' : ' If it does not answer that way, every request that is no hit fails with 502.'}`,
        kinds: opens ? ['public'] : ['outage'],
        shownBy: [{}, { protocol: 'http' }, { protocol: 'http', body: '1' }],
      }
    },
  }
}

const headers: Maker = (context) => {
  const { origin, raw } = context
  const names = origin.customHeaders.map(([name]) => name).sort()
  const written = keyed(context, raw.CustomHeaders, origin.customHeaders.toSorted())
  return {
    id: 'headers',
    key: `${written.key} ${JSON.stringify(origin.customHeaders.toSorted())}`,
    text: names.length === 0 ? 'no header of its own' : `the headers ${names.join(', ')}`,
    path: [...origin.path, 'CustomHeaders'],
    judge: (was, now, id) => ({
      severity: 'danger',
      text: `CloudFront sends the origin “${id}” ${was.text === now.text ? `${now.text} with another value (values are not shown)` : `${now.text} instead of ${was.text}`}. An origin that lets in only who sends the right one refuses CloudFront until it knows the new one.`,
      kinds: ['outage'],
      shownBy: [{}],
    }),
  }
}

const patience: Maker = ({ origin }) => {
  const { connectionAttempts, connectionTimeout, readTimeout, completionTimeout } = origin
  const whole = completionTimeout === null ? '' : `, ${completionTimeout} s in all`
  const text = `${connectionAttempts} attempts of ${connectionTimeout} s to connect, ${readTimeout} s to answer${whole}`
  return {
    id: 'patience',
    key: text,
    text,
    path: origin.path,
    judge: (was, now, id) => ({
      severity: 'change',
      text: `CloudFront waits for the origin “${id}” otherwise: ${now.text}, instead of ${was.text}.`,
      shownBy: [
        { answers: { match: {}, error: 'connect-timeout' } },
        { answers: { match: {}, error: 'response-timeout' } },
      ],
    }),
  }
}

const addresses: Maker = ({ origin }) => ({
  id: 'addresses',
  key: origin.addresses,
  text: `asked over ${origin.addresses === 'dualstack' ? 'IPv4 and IPv6' : origin.addresses === 'ipv6' ? 'IPv6 only' : 'IPv4'}`,
  path: [...origin.path, 'CustomOriginConfig', 'IpAddressType'],
  judge: becomes,
})

const shield: Maker = ({ origin, raw, side }) => {
  const unknown = expressionsIn(side.document, raw.OriginShield)
  const text = origin.shield === null ? 'no Origin Shield' : `Origin Shield in ${origin.shield}`
  return {
    id: 'shield',
    key: JSON.stringify([text, unknown.map(({ key }) => key)]),
    text,
    path: [...origin.path, 'OriginShield'],
    judge: (was, now, id) => ({
      severity: 'change',
      text: `The origin “${id}” has ${now.text} instead of ${was.text}: ${origin.shield === null ? 'regional caches ask it one by one again' : 'requests to it are collected there first, which is charged, and that cache begins empty'}.`,
      kinds: ['cost'],
      shownBy: [{}],
    }),
  }
}

const accessWords = {
  oac: 'an origin access control',
  oai: 'an origin access identity',
  none: 'no signature',
} as const

const lockedOut = ', which the bucket policy does not let in'
const manner = ({ text }: OriginSetting) => text.replace(lockedOut, '')

const judgeAccess: Judge = (was, now, id) => {
  const isSameKind = Object.values(accessWords).some((word) =>
    [was, now].every(({ text }) => text.startsWith(word) && !text.includes(lockedOut)),
  )
  if (isSameKind && [was, now].some(({ isOpen }) => isOpen))
    return {
      severity: 'note',
      text: `The origin “${id}” has ${now.text} instead of ${was.text}; one of them is not in its source, so whether it signs in the same way is not known before deployment.`,
    }
  const isMissing = now.key.includes('"missing"') && !was.key.includes('"missing"')
  const gone = now.text.startsWith(accessWords.none)
  const isNew = now.text.startsWith(accessWords.oac) && !was.text.startsWith(accessWords.oac)
  return {
    severity: 'danger',
    text: [
      `CloudFront asks the origin “${id}” with ${manner(now)} instead of ${manner(was)}.`,
      ...(isMissing
        ? [
            'The bucket policy in this source does not let it in: every request that is no hit is answered 403.',
          ]
        : []),
      ...(gone
        ? ['A bucket that lets nobody else in answers 403; one that answers all the same is public.']
        : []),
      ...(isNew && !isMissing
        ? [
            'The bucket policy has to allow the service principal cloudfront.amazonaws.com for this distribution before the change is live, or every request that is no hit is answered 403; drop the old grant only afterwards.',
          ]
        : []),
    ].join(' '),
    kinds: gone ? ['outage', 'public'] : ['outage'],
    shownBy: [{}, { headers: { authorization: 'Bearer 1' } }],
  }
}

const access: Maker = ({ origin, raw, side }) => {
  const { kind, signs, grant } = origin.access
  const control = raw.OriginAccessControlId
  const isHere = isRef(control) && side.document.resources[control.ref]?.type === 'OriginAccessControl'
  const outside =
    kind !== 'oac' || isHere
      ? []
      : expressionsIn(side.document, [elsewhere(said(isUnknown(control) ? control.unknown : control))])
  const signing =
    signs === 'always' || kind !== 'oac'
      ? ''
      : ` that signs ${signs === 'never' ? 'nothing' : 'only where the viewer sends no Authorization'}`
  const granted = grant.read === 'missing' ? lockedOut : ''
  return {
    id: 'access',
    key: JSON.stringify([kind, signs, grant.read, grant.list, outside.map(({ key }) => key)]),
    isOpen: outside.length > 0,
    text: `${accessWords[kind]}${outside.length > 0 ? ` (${outside.map(({ text }) => text).join()})` : ''}${signing}${granted}`,
    path: [
      ...origin.path,
      ...(kind === 'oai' ? ['S3OriginConfig', 'OriginAccessIdentity'] : ['OriginAccessControlId']),
    ],
    judge: judgeAccess,
  }
}

const makers: readonly Maker[] = [host, path, protocol, headers, patience, addresses, shield, access]

/** A value and an expression, or two expressions of parameters: whether they agree is seen at the deployment. */
function undecided(was: OriginSetting, now: OriginSetting, origin: string): Judged {
  const words = ({ isOpen, text }: OriginSetting) =>
    isOpen && !text.startsWith('not known') ? notKnown([text]) : text
  return {
    severity: 'change',
    text: `The ${now.id} of the origin “${origin}” is ${words(now)}; until now it was ${words(was)}.`,
    shownBy: [{}],
  }
}

/** What the change of one setting means. */
export const judged = (was: OriginSetting, now: OriginSetting, origin: string): Judged =>
  was.id !== 'access' && was.isOpen !== now.isOpen ? undecided(was, now, origin) : now.judge(was, now, origin)

/** Everything that makes two origins of one id differ, the host first. */
export const originSettings = (
  side: Side,
  origin: CompiledOrigin,
  hasPlainViewers = true,
): readonly OriginSetting[] => {
  const raw = (valueAt(side.document, origin.path) ?? {}) as Origin // the path that it was compiled from
  return makers.map((make) => make({ side, origin, raw, hasPlainViewers }))
}
