import type { Said } from '#core/model/scenario.ts'

/** The sentence of a note that is told in data. */
export function sentenceOf(said: Said): string {
  switch (said.is) {
    case 'skipped':
      return `“${said.name}” does not run: ${said.why}.`
    case 'fresh':
      return `A fresh object at ${said.place}: ${said.left} s of its ${said.ttl} s are left.`
    case 'bypass':
      return `The request goes past the caches, straight to the origin: ${said.why}.`
  }
}
