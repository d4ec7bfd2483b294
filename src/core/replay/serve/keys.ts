/** Cache keys by number, with what a report tells of them. */
import type { Target } from './targets.ts'

export class Keys {
  readonly texts: string[] = []
  readonly behaviors: number[] = []
  /** The answer with which each key was first asked for. */
  readonly answers: number[] = []
  private readonly numbers = new Map<string, number>()
  /** Keys of each path. */
  private readonly ofPath: number[] = []

  /** The number of a key, or -1. */
  find(text: string): number {
    return this.numbers.get(text) ?? -1
  }

  add(text: string, { pathNumber, behavior }: Target, answer: number): number {
    const key = this.texts.length
    this.numbers.set(text, key)
    this.texts.push(text)
    this.behaviors.push(behavior)
    this.answers.push(answer)
    this.ofPath[pathNumber] = (this.ofPath[pathNumber] ?? 0) + 1
    return key
  }

  /** Why a key that has no number yet is not in any cache. */
  whyNew({ pathNumber }: Target): 'first request for the object' | 'another variant of the key' {
    return (this.ofPath[pathNumber] ?? 0) === 0
      ? 'first request for the object'
      : 'another variant of the key'
  }
}
