/** The code that runs inside the sandbox before the user's, as one expression: each part adds to the kit of the next. */

import bounds from './bounds.js?raw'
import buffer from './buffer.js?raw'
import bytes from './bytes.js?raw'
import clock from './clock.js?raw'
import cloudfront from './cloudfront.js?raw'
import crypto from './crypto.js?raw'
import cwt from './cwt.js?raw'
import globals from './globals.js?raw'
import modules from './modules.js?raw'
import nodeGlobals from './node-globals.js?raw'
import nodeLoad from './node-load.js?raw'
import realm from './realm.js?raw'
import text from './text.js?raw'

const forFunctions = [bytes, buffer, clock, crypto, text, cwt, cloudfront, modules, globals, bounds, realm]
const forNode = [bytes, buffer, clock, crypto, text, nodeLoad, globals, nodeGlobals, bounds, realm]

const expression = (list: readonly string[]): string => `(function (host, language) {
'use strict'
const mark = '\\uE000'
const closed = (text) => String(text).replaceAll(mark, mark + '1').replaceAll('\\0', mark + '0')
const opened = (text) => text.replaceAll(mark + '0', '\\0').replaceAll(mark + '1', mark)
const kit = { host: (...words) => opened(host(...words.map(closed))), language }
${list.map((part) => `;(${part.replace(/^(?:\/\/.*\n)+;?/, '').trim()})(kit)`).join('\n')}
return kit.api
})`

/** By language, a function of the host and the language; it gives the calls that run a handler. */
export const prelude = { nodejs: expression(forNode), function: expression(forFunctions) }
