import { textOf } from '#core/trace/waf/json.ts'
import { regexOf } from '#core/trace/waf/regex.ts'
import { defineStatement, overField } from '#core/trace/waf/statement.ts'

export const regexMatch = defineStatement({
  name: 'RegexMatchStatement',
  compile(config) {
    const regex = regexOf(textOf(config['RegexString']))
    return regex
      ? overField(config, (text) => regex.test(text))
      : { unplayed: 'a regular expression that is not readable here' }
  },
})
