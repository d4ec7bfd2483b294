import type { DesignDocument } from '#core/model/document.ts'
import { removeAt } from '#core/model/edit.ts'
import { isRef } from '#core/model/field.ts'
import { valueAt } from '#core/model/path.ts'
import { type Reference, referencesFrom } from '#core/model/reference.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** References to what the design does not have; expressions of a text are judged where it is read. */
const missingIn = (document: DesignDocument): readonly Reference[] =>
  Object.keys(document.resources).flatMap((from) =>
    referencesFrom(document, from).filter(
      ({ to, path }) => !Object.hasOwn(document.resources, to) && isRef(valueAt(document, path)),
    ),
  )

export const configReferenceMissing = defineRule({
  id: 'config/reference-missing',
  severity: 'error',
  sees: 'all',
  summary: 'Something refers to a resource that is not there.',
  why: 'CloudFormation refuses a template whose references lead to nothing, and a plan cannot say which id to send.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
  code: null,

  *check({ document }) {
    for (const { from, to, path } of missingIn(document))
      yield {
        path,
        message: `“${from}” refers to “${to}”, which the design does not have, so it cannot be deployed; choose another or remove the reference.`,
        suggestions: [removeAt(path, `Remove the reference to “${to}”`)],
      }
  },
})
