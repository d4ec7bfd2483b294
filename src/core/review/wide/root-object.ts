import type { WideAspect } from '#core/review/wide.ts'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html */
export const rootObject: WideAspect = {
  what: 'origin-request',
  field: ['DefaultRootObject'],
  *compare({ compiled: before }, { compiled: after }) {
    const [old, now] = [before.defaultRootObject, after.defaultRootObject]
    if (old === now) return
    const asked = (name: string) => `/${name}`
    yield {
      before: asked(old),
      after: asked(now),
      severity: 'danger',
      text:
        now === ''
          ? `“/” is asked of the origin as it is, no longer as “/${old}”; a bucket answers that with a listing or an error.`
          : `“/” is answered with “/${now}”${old === '' ? '; until now the origin was asked for “/” itself' : ` instead of “/${old}”`}.`,
      kinds: ['outage'],
      shownBy: [{}],
    }
  },
}
