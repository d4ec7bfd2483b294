import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const errorsPagePathEncoding = defineRule({
  id: 'errors/page-path-encoding',
  severity: 'error',
  summary: 'The path of an error page is not URL-encoded.',
  why: 'CloudFront asks the origin for exactly this path; characters that a URL cannot hold are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html',
  code: 'InvalidRelativePath',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const [index, item] of (distribution.config.CustomErrorResponses ?? []).entries()) {
        const response = known(item)
        if (!response) continue
        const path = [...distribution.path, 'CustomErrorResponses', index]
        const page = known(response.ResponsePagePath)
        if (
          page === undefined ||
          !page.startsWith('/') ||
          (/^[\x21-\x7e]*$/.test(page) &&
            !/["<>\\^`{|}]/.test(page) &&
            !/%(?![0-9a-f]{2})/i.test(page) &&
            page.length <= 4000)
        )
          continue
        const encoded = page
          .replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (character) => encodeURIComponent(character))
          .replace(/%(?![0-9a-f]{2})/gi, '%25')
        yield {
          path: [...path, 'ResponsePagePath'],
          message: `“${page.slice(0, 80)}” is not a path as a URL holds it, so CloudFront refuses it; ${page.length > 4000 ? 'shorten it' : `write “${encoded}”`}.`,
          ...(encoded.length <= 4000 && {
            fix: setAt([...path, 'ResponsePagePath'], encoded, 'Encode the path'),
          }),
        }
      }
  },
})
