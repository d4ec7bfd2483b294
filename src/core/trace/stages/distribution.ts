import { cookiePairs, cookieValue } from '#core/http/cookies.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { answersTo } from '#core/trace/engine/host.ts'
import { defineStage, guide, inferred } from '#core/trace/engine/stage.ts'
import { chooseTenant } from '#core/trace/engine/tenants.ts'
import type { Note } from '#core/trace/message/message.ts'

const stickyName = 'cloudfront-cd-session'

/** Continuous deployment: by header, or by weight with an optional sticky session. */
function sendToStaging(exchange: Exchange, primary: CompiledDistribution, note: Note | null): boolean {
  const { staging } = primary
  if (!staging) return false
  const { header, weight } = staging
  if (header !== null) {
    const sent = exchange.request.headers.first(header.name)
    note?.(
      sent === header.value
        ? `The header “${header.name}: ${header.value}” sends this request to the staging distribution “${staging.distribution.id}”.`
        : `Without the header “${header.name}: ${header.value}” the primary distribution serves.`,
      [staging.path],
    )
    return sent === header.value
  }
  if (weight === null) return false
  const group = cookieValue(cookiePairs(exchange.request.headers.all('cookie')), stickyName)
  const goes =
    staging.stickySeconds !== null && group !== undefined
      ? group === 'staging'
      : exchange.engine.ids.random() < weight
  if (staging.stickySeconds !== null && group === undefined)
    exchange.stickyCookie = `${stickyName}=${goes ? 'staging' : 'primary'}; Max-Age=${staging.stickySeconds}; Path=/; Secure; HttpOnly`
  note?.(
    `A weight of ${weight} ${goes ? `sends this request to the staging distribution “${staging.distribution.id}”` : 'leaves this request with the primary distribution'}${group === undefined ? '' : ', as this viewer’s session began'}.`,
    [staging.path],
  )
  return goes
}

function tellConnection(
  exchange: Exchange,
  { path, ...distribution }: CompiledDistribution,
  note: Note,
): void {
  const { request, httpVersion } = exchange
  const { httpVersion: wanted, ip = '' } = request.viewer
  if (wanted !== undefined && wanted !== httpVersion)
    note(
      distribution.httpVersions.has(wanted)
        ? `HTTP/${wanted} needs TLS, so the connection is HTTP/${httpVersion}.`
        : `HTTP/${wanted} is not offered by the distribution, so the connection falls back to HTTP/${httpVersion}.`,
      [[...path, 'HttpVersion']],
    )
  if (ip.includes(':') && !distribution.hasIpv6)
    note(
      'The viewer has an IPv6 address and the distribution none (IsIPV6Enabled is off), so it would have come over IPv4. The request is served all the same.',
      [[...path, 'IsIPV6Enabled']],
      inferred(
        'Such a viewer cannot connect, and a trace has to serve somebody.',
        'DownloadDistValuesGeneral',
      ),
    )
}

export const distributionMatch = defineStage({
  id: 'distribution',
  at: 'head',
  title: 'Distribution',
  explained: 'never',
  basis: { documented: guide('CNAMEs') },
  run(exchange, note) {
    const { request, engine } = exchange
    const primary = engine.distribution
    if (primary.tenants !== null && primary.enabled && !primary.aliases.includes(request.host)) {
      const tenant = chooseTenant({ ...primary, tenants: primary.tenants }, request.host, note)
      exchange.tenant = tenant
      exchange.distribution = tenant?.distribution ?? null
      if (tenant === null) exchange.answer(403, HeaderFields.empty(), 'Error')
      else if (note) tellConnection(exchange, tenant.distribution, note)
      return
    }
    const name = !primary.enabled
      ? undefined
      : engine.sharedRules
        ? request.host
        : answersTo([primary.domainName, ...primary.aliases], request.host)
    if (name === undefined) {
      note?.(
        primary.enabled
          ? `No distribution answers to “${request.host}”: it is neither ${primary.domainName} nor an alternate domain name. CloudFront answers 403.`
          : 'The distribution is disabled, so CloudFront answers 403.',
        [[...primary.path, primary.enabled ? 'Aliases' : 'Enabled']],
      )
      exchange.answer(403, HeaderFields.empty(), 'Error')
      return
    }
    note?.(
      name === primary.domainName
        ? `“${name}” is the distribution's own domain name.`
        : `“${request.host}” matches the alternate domain name “${name}”.`,
      name === primary.domainName ? [] : [[...primary.path, 'Aliases']],
    )
    exchange.isStaging = primary.staging !== null && sendToStaging(exchange, primary, note)
    exchange.distribution = exchange.isStaging ? (primary.staging?.distribution ?? primary) : primary
    if (note) tellConnection(exchange, exchange.distribution, note)
  },
})
