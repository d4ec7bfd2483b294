import { foreignOf, listOf, objectOf, textOf } from '#core/trace/waf/json.ts'
import { regexOf } from '#core/trace/waf/regex.ts'
import { defineStatement, overField } from '#core/trace/waf/statement.ts'

export const regexPatternSetReference = defineStatement({
  name: 'RegexPatternSetReferenceStatement',
  compile(config, { document }) {
    const set = foreignOf(document, config['Arn'], 'AWS::WAFv2::RegexPatternSet')
    if (!set) return { unplayed: 'a regex pattern set that is not in the design' }
    const list = listOf(set.config['RegularExpressionList'])
    const regexes = list.map((item) => regexOf(textOf(item) ?? textOf(objectOf(item)['RegexString'])))
    const known = regexes.filter((regex) => regex !== undefined)
    if (known.length < regexes.length) return { unplayed: 'a regular expression that is not readable here' }
    return overField(config, (text) => known.some((regex) => regex.test(text)))
  },
})
