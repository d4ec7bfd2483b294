import { said } from '#core/ground/said.ts'
import { known } from '#core/model/field.ts'
import { type Side, settingPointer } from '#core/review/side.ts'
import { expressionsIn } from '#core/review/unknown.ts'
import type { WideAspect } from '#core/review/wide.ts'

const priceClass = ({ config, document }: Side) =>
  expressionsIn(document, config.PriceClass)[0]?.text ?? known(config.PriceClass) ?? 'PriceClass_All'

const logs = ({ config, document }: Side): string => {
  const logging = known(config.Logging)
  if (!logging || known(logging.Enabled) === false || logging.Bucket === undefined || logging.Bucket === '')
    return 'none'
  const bucket = expressionsIn(document, logging.Bucket)[0]?.text ?? said(logging.Bucket)
  return `to ${bucket}, prefix “${said(known(logging.Prefix) ?? '')}”${known(logging.IncludeCookies) === true ? ', with cookies' : ''}`
}

/** Where viewers are served from, what is written down, and what invalidates by tag: no answer differs by them. */
export const reach: WideAspect = {
  what: 'response',
  field: ['PriceClass'],
  *compare(before, after) {
    const [old, now] = [priceClass(before), priceClass(after)]
    if (old !== now)
      yield {
        before: old,
        after: now,
        severity: 'note',
        text: `Viewers are served from the edge locations of ${now} instead of ${old}, which changes what they wait and what is charged.`,
        kinds: now === 'PriceClass_All' ? ['cost'] : [],
      }
    const [logsBefore, logsAfter] = [logs(before), logs(after)]
    if (logsBefore !== logsAfter)
      yield {
        before: logsBefore,
        after: logsAfter,
        severity: logsAfter === 'none' ? 'change' : 'note',
        text:
          logsAfter === 'none'
            ? 'Access logs are no longer written.'
            : `Access logs are written ${logsAfter}; until now: ${logsBefore}.`,
        setting: settingPointer(after, [...after.compiled.path, 'Logging']),
      }
    const [tag, other] = [before.compiled.cacheTagHeader, after.compiled.cacheTagHeader]
    if (tag !== other)
      yield {
        before: tag ?? 'no cache tags',
        after: other ?? 'no cache tags',
        severity: 'change',
        text:
          other === null
            ? 'Invalidations by tag find nothing any more.'
            : `Objects are tagged by the header ${other}.`,
        setting: settingPointer(after, [...after.compiled.path, 'CacheTagConfig']),
      }
  },
}
