import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { invalidatedPaths } from '#core/rules/lookup/invalidation-batches.ts'

/** https://www.rfc-editor.org/rfc/rfc1738: what is neither reserved nor safe in a URL. */
const unsafe = /[^\x21-\x7e]|["<>\\^`{|}[\]#]/gu
/** Letters, digits and unreserved marks in percent-encoding. */
const needless = /%(?:2d|2e|5f|3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])/gi

export const invalidationEncoding = defineRule({
  id: 'invalidation/encoding',
  severity: 'error',
  sees: 'shared',
  summary: 'An invalidation path has characters that CloudFront refuses.',
  why: 'Characters outside of ASCII and unsafe ones have to be percent-encoded; encoding what needs none names another path, which matches nothing.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { text, path } of invalidatedPaths(document)) {
      // Half of a surrogate pair is no character and has no encoding.
      if (/\p{Surrogate}/u.test(text)) continue
      const encoded = text.replace(unsafe, (character) => encodeURIComponent(character))
      const fixed = encoded.replace(needless, (code) => decodeURIComponent(code))
      if (fixed === text) continue
      yield {
        path,
        message:
          encoded === text
            ? `“${text}” encodes characters that need none, so it matches nothing that viewers ask for; write “${fixed}”.`
            : `“${text}” has characters that a URL encodes, so CloudFront refuses to invalidate it; write “${fixed}”.`,
        fix: setAt(path, fixed, `Use “${fixed}”`),
      }
    }
  },
})
