import { setAt } from '#core/model/edit.ts'
import { type HeaderUse, headersIn } from '#core/rules/code/code-headers.ts'
import { lineOf } from '#core/rules/code/code-tree.ts'
import { edgeCodesIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** The code with these names in lower case. */
const lowered = (code: string, uses: readonly HeaderUse[]) =>
  uses.reduce((text, { key }) => {
    const name = text.slice(key.start, key.end)
    return text.slice(0, key.start) + name.toLowerCase() + text.slice(key.end)
  }, code)

export const functionHeaderLowercase = defineRule({
  id: 'function/header-lowercase',
  severity: 'warning',
  sees: 'all',
  summary: 'Code reads a header by a name with capital letters, which is never there.',
  why: 'The event has its headers under lower-case names, so another spelling finds nothing, and a header set under one is refused or ignored.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 502 } },

  *check({ document }) {
    for (const { id, path, code, tree } of edgeCodesIn(document)) {
      const wrong = headersIn(tree).filter(
        ({ name, key }) => name !== name.toLowerCase() && key.type !== 'PrivateIdentifier',
      )
      const [first] = wrong
      if (!first) continue
      yield {
        path,
        message: `${lineOf(first.key)} of “${id}” names the header “${first.name}”, which the event has as “${first.name.toLowerCase()}” only; write header names in lower case.`,
        fix: setAt(path, lowered(code, wrong), 'Write header names in lower case'),
      }
    }
  },
})
