import type { Side } from '#core/review/side.ts'
import { expressionsIn } from '#core/review/unknown.ts'
import type { WideAspect } from '#core/review/wide.ts'

const words = ({ compiled: { mtls } }: Side): string => {
  if (!mtls) return 'no client certificate'
  const runs = mtls.connectionFunction ? `, ${mtls.connectionFunction.name} decides on each connection` : ''
  return `client certificates are ${mtls.mode}${runs}`
}

const keyOf = ({ compiled: { mtls }, document, config }: Side): string =>
  mtls === null
    ? ''
    : JSON.stringify([
        mtls.mode,
        mtls.ignoresExpiry,
        mtls.trustStore,
        mtls.connectionFunction?.code,
        expressionsIn(document, config.ViewerMtlsConfig).map(({ key }) => key),
      ])

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/mtls-authentication.html */
export const mutualTls: WideAspect = {
  what: 'access',
  field: ['ViewerMtlsConfig'],
  *compare(before, after) {
    if (keyOf(before) === keyOf(after)) return
    const [old, now] = [before.compiled.mtls, after.compiled.mtls]
    const opens = old?.mode === 'required' && now?.mode !== 'required'
    const closes = now?.mode === 'required' && old?.mode !== 'required'
    yield {
      before: words(before),
      after: words(after),
      severity: 'danger',
      text: closes
        ? 'Viewers without a client certificate cannot connect any more.'
        : opens
          ? 'Viewers without a client certificate can connect from now on.'
          : `What is asked of client certificates changes: ${words(after)} instead of ${words(before)}.`,
      kinds: closes ? ['outage'] : opens ? ['public'] : [],
      shownBy: [{}],
    }
  },
}
