import type { Difference } from '#core/review/change.ts'
import { type Side, settingPointer } from '#core/review/side.ts'
import { expressionsIn, notKnown } from '#core/review/unknown.ts'
import type { WideAspect } from '#core/review/wide.ts'
import { enumerated } from '#core/review/words.ts'

const words = (names: readonly string[]) =>
  names.length === 0 ? 'no name of its own' : [...names].sort().join(', ')
const quoted = (names: readonly string[]) => enumerated(names.map((name) => `“${name}”`))

function* enabled(before: Side, after: Side): Generator<Difference> {
  if (before.compiled.enabled === after.compiled.enabled) return
  const isOff = !after.compiled.enabled
  yield {
    before: isOff ? 'enabled' : 'disabled',
    after: isOff ? 'disabled' : 'enabled',
    severity: 'danger',
    text: isOff
      ? 'The distribution is disabled: every request is answered 403.'
      : 'The distribution is enabled: it begins to answer.',
    kinds: isOff ? ['outage'] : [],
    setting: settingPointer(after, [...after.compiled.path, 'Enabled']),
    shownBy: [{}],
  }
}

/** The names that only a deployment knows, by their expressions. */
const unknownNames = ({ document, config }: Side) => expressionsIn(document, config.Aliases)

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html */
export const names: WideAspect = {
  what: 'access',
  field: ['Aliases'],
  *compare(before, after) {
    yield* enabled(before, after)
    const [old, now] = [before.compiled.aliases, after.compiled.aliases]
    const lost = old.filter((name) => !now.includes(name))
    const gained = now.filter((name) => !old.includes(name))
    const [unknownOld, unknownNow] = [unknownNames(before), unknownNames(after)]
    const isUnsure =
      unknownOld
        .map(({ key }) => key)
        .sort()
        .join() !==
      unknownNow
        .map(({ key }) => key)
        .sort()
        .join()
    if (lost.length === 0 && gained.length === 0 && !isUnsure) return
    const unsure = isUnsure && unknownNow.length > 0
    yield {
      before: words([...old, ...unknownOld.map(({ text }) => notKnown([text]))]),
      after: words([...now, ...unknownNow.map(({ text }) => notKnown([text]))]),
      severity: lost.length > 0 && !unsure ? 'danger' : 'change',
      text: [
        ...(lost.length > 0
          ? [
              unsure
                ? `Whether it still answers to ${quoted(lost)} is not known before deployment.`
                : `The distribution no longer answers to ${quoted(lost)}: requests there get 403.`,
            ]
          : []),
        ...(gained.length > 0
          ? [
              `The distribution answers to ${quoted(gained)}, which needs a certificate for that name and a DNS record.`,
            ]
          : []),
        ...(lost.length === 0 && gained.length === 0
          ? ['Which names it answers to is not known before deployment.']
          : []),
      ].join(' '),
      kinds: lost.length > 0 ? ['outage'] : [],
      shownBy: [],
    }
  },
}
