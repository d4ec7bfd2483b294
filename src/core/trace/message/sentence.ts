import type { Said } from '#core/model/scenario.ts'

const consequences = {
  'passed-over': (name: string) =>
    `What “${name}” gives at CloudFront is not known here, so the request goes on as if it were not there. A scenario's “functionResults” can say what it gives.`,
  scripted: (name: string) => `The scenario says what “${name}” gives instead.`,
  kept: (name: string) =>
    `“${name}” went on without it; what it gave back is used, and may be something else at CloudFront.`,
}

/** The sentence of a note that is told in data. */
export function sentenceOf(said: Said): string {
  switch (said.is) {
    case 'skipped':
      return `“${said.name}” does not run: ${said.why}.`
    case 'not-run':
      return `“${said.name}” is not played: ${said.why}. ${consequences[said.result](said.name)}`
    case 'fresh':
      return `A fresh object at ${said.place}: ${said.left} s of its ${said.ttl} s are left.`
    case 'bypass':
      return `The request goes past the caches, straight to the origin: ${said.why}.`
    case 'sandbox-limit':
      return `This is our limit, not CloudFront's: our sandbox ${said.what}. ${consequences[said.result](said.name)}`
  }
}
