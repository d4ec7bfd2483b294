/** The example functions, in the order the editor offers them. */
import type { FunctionExample } from './example.ts'
import { normalizeKey, securityHeaders, tokenCheck } from './protection.ts'
import { originByCountry, redirect, redirectMap, singlePageApp, splitTest } from './routing.ts'

export const functionExamples: readonly FunctionExample[] = [
  redirect,
  singlePageApp,
  securityHeaders,
  splitTest,
  tokenCheck,
  redirectMap,
  normalizeKey,
  originByCountry,
]
