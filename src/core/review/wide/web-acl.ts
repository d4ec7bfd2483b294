import { isRef } from '#core/model/field.ts'
import type { Side } from '#core/review/side.ts'
import { expressionsIn } from '#core/review/unknown.ts'
import type { WideAspect } from '#core/review/wide.ts'

interface Acl {
  /** Equal where the same requests are stopped, as far as the design says. */
  readonly key: string
  readonly text: string
}

function aclOf({ document, config, compiled }: Side): Acl | undefined {
  const field = config.WebACLId
  if (compiled.webAcl === null || field === undefined || field === '') return undefined
  const resource = isRef(field) ? document.resources[field.ref] : undefined
  const [expression] = expressionsIn(document, field)
  const rules =
    resource &&
    JSON.stringify({ ...resource.config, Name: undefined, Description: undefined, Tags: undefined })
  return { key: rules ?? expression?.key ?? JSON.stringify(field), text: compiled.webAcl.name }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html */
export const webAcl: WideAspect = {
  what: 'access',
  field: ['WebACLId'],
  *compare(before, after) {
    const [old, now] = [aclOf(before), aclOf(after)]
    if (old?.key === now?.key) return
    const shownBy = [{}, { viewer: { waf: 'block' } }]
    if (!now) {
      const text = `The web ACL “${old?.text}” no longer stands before the distribution: what it blocked reaches functions, caches and origins.`
      yield {
        before: old?.text ?? 'none',
        after: 'none',
        severity: 'danger',
        text,
        kinds: ['public'],
        shownBy,
      }
    } else if (!old) {
      const text = `The web ACL “${now.text}” looks at every request and may block it before anything else; each request is charged.`
      yield { before: 'none', after: now.text, severity: 'change', text, kinds: ['cost'], shownBy }
    } else {
      const text = `The rules of the web ACL change${old.text === now.text ? '' : ` (“${now.text}” in place of “${old.text}”)`}: other requests may be blocked or let through.`
      yield { before: old.text, after: now.text, severity: 'change', text, shownBy }
    }
  },
}
