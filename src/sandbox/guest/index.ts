/** The code that runs inside the sandbox before the user's, as one expression: each part adds to the kit of the next. */

import bounds from './bounds.js?raw'
import bytes from './bytes.js?raw'
import cloudfront from './cloudfront.js?raw'
import crypto from './crypto.js?raw'
import modules from './modules.js?raw'
import nodeModules from './node-modules.js?raw'
import realm from './realm.js?raw'
import text from './text.js?raw'

const parts = [bytes, crypto, text, cloudfront, nodeModules, modules, bounds, realm]

const forFunctions = parts.filter((part) => part !== nodeModules)

const expression = (list: readonly string[]): string => `(function (host, language) {
'use strict'
const mark = '\\uE000'
const closed = (text) => String(text).replaceAll(mark, mark + '1').replaceAll('\\0', mark + '0')
const opened = (text) => text.replaceAll(mark + '0', '\\0').replaceAll(mark + '1', mark)
const kit = { host: (...words) => opened(host(...words.map(closed))), language }
${list.map((part) => `;(${part.replace(/^\/\/.*\n;?/, '').trim()})(kit)`).join('\n')}
return kit.api
})`

/** By language, a function of the host and the language; it gives the calls that run a handler. */
export const prelude = { nodejs: expression(parts), function: expression(forFunctions) }
