import { said } from '#core/ground/said.ts'
import { isRef, isUnknown, known } from '#core/model/field.ts'
import type { Aspect } from '#core/review/aspect.ts'
import type { Difference } from '#core/review/change.ts'
import type { Here } from '#core/review/side.ts'
import { elsewhere } from '#core/review/unknown.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'

const keyIds = ({ signing }: CompiledBehavior): readonly string[] =>
  (signing?.keys ?? []).map(({ id }) => id).sort()

const words = (behavior: CompiledBehavior): string => {
  if (!behavior.signing) return 'everybody'
  const ids = keyIds(behavior)
  return `only with a signed URL or cookie${ids.length > 0 ? ` (keys ${ids.join(', ')})` : ''}`
}

/** Groups and signers that stand in the account alone. */
const foreign = ({ raw, side: { document } }: Here): unknown[] => {
  const groups = known(raw.TrustedKeyGroups)
  const signers = known(raw.TrustedSigners)
  const items = [
    ...(known(groups?.Enabled) === false ? [] : (groups?.Items ?? [])),
    ...(known(signers?.Enabled) === false ? [] : (signers?.Items ?? [])),
  ]
  return items.map((item) => {
    if (isUnknown(item)) return item
    if (isRef(item)) return document.resources[item.ref]?.type === 'KeyGroup' ? undefined : item
    return elsewhere(`the key group or signer ${said(item)}`)
  })
}

function* keysChanged(before: CompiledBehavior, after: CompiledBehavior): Generator<Difference> {
  const keys = ({ signing }: CompiledBehavior) =>
    new Map((signing?.keys ?? []).map(({ id, pem }) => [id, pem.trim()]))
  const [old, now] = [keys(before), keys(after)]
  const lost = [...old.keys()].filter((id) => now.get(id) !== old.get(id))
  const gained = [...now.keys()].filter((id) => now.get(id) !== old.get(id))
  if (lost.length === 0 && gained.length === 0) return
  yield {
    before: words(before),
    after: words(after),
    severity: lost.length > 0 ? 'danger' : 'change',
    text: [
      ...(lost.length > 0
        ? [`What is signed with ${lost.map((id) => `“${id}”`).join(', ')} is answered 403 from now on.`]
        : []),
      ...(gained.length > 0 ? [`Signatures by ${gained.map((id) => `“${id}”`).join(', ')} are taken.`] : []),
    ].join(' '),
    kinds: lost.length > 0 ? ['outage'] : [],
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html */
export const access: Aspect = {
  what: 'access',
  title: 'Who may read',
  reads: (here) => foreign(here),
  says: ({ behavior }) => words(behavior),
  field: ({ behavior }) => behavior.signing?.path ?? [...behavior.path, 'TrustedKeyGroups'],
  *compare({ behavior: before }, { behavior: after }) {
    if ((before.signing === null) === (after.signing === null)) {
      yield* keysChanged(before, after)
      return
    }
    yield {
      before: words(before),
      after: words(after),
      severity: 'danger',
      text:
        after.signing === null
          ? 'Everybody can read what needed a signed URL or cookie until now.'
          : 'Requests without a signed URL or cookie are answered 403 from now on.',
      kinds: [after.signing === null ? 'public' : 'outage'],
      shownBy: [{}],
    }
  },
}
