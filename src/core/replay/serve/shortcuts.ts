/** Serves rows without the engine, as such ones were served before, where the caches on their way are as they were then. */
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import type { Answers } from './answers.ts'
import { Families, type LifetimeOf } from './families.ts'
import type { Keys } from './keys.ts'
import type { OutcomeMemory, Remembered } from './memory.ts'
import type { Outcomes } from './outcome.ts'
import type { Reasons } from './reasons.ts'
import { Recipes, Routes } from './recipes.ts'
import type { Shapes } from './shapes.ts'
import type { Target } from './targets.ts'

export interface ShortcutParts {
  readonly distribution: CompiledDistribution
  readonly shapes: Shapes
  readonly answers: Answers
  readonly keys: Keys
  readonly outcomes: Outcomes
  readonly memory: OutcomeMemory
  readonly reasons: Reasons
}

/** Whether the bytes of an outcome have to be measured, which the engine alone can. */
export type NeedsSize = (row: number, outcome: number) => boolean

export class Shortcuts {
  private readonly parts: ShortcutParts
  private readonly recipes: Recipes
  private readonly families: Families
  private readonly needsSize: NeedsSize

  constructor(parts: ShortcutParts, lifetimeOf: LifetimeOf, needsSize: NeedsSize) {
    const { distribution, shapes, answers, keys, reasons } = parts
    this.parts = parts
    this.needsSize = needsSize
    const routes = new Routes(distribution, shapes, (exchange) => reasons.farthestOf(exchange))
    this.recipes = new Recipes(routes)
    this.families = new Families(shapes, answers, keys, routes, lifetimeOf)
  }

  /** Writes the outcome of a row into `known`; false where the engine has to be asked. */
  follow(
    row: number,
    shape: number,
    place: number,
    target: Target,
    answer: number,
    now: number,
    known: Remembered,
  ): boolean {
    const hasFamily = (this.parts.shapes.familyOf[shape] as number) >= 0 // every shape has an entry
    return hasFamily
      ? this.followFamily(row, shape, place, target, answer, now, known)
      : this.followRecipe(row, shape, place, target.behavior, answer, now, known)
  }

  private followRecipe(
    row: number,
    shape: number,
    place: number,
    behavior: number,
    answer: number,
    now: number,
    known: Remembered,
  ): boolean {
    const { recipes } = this
    const { memory, reasons, outcomes } = this.parts
    const recipe = recipes.find(shape, place, behavior, answer, now, memory.madeFrom)
    if (recipe === null || this.needsSize(row, recipe.outcome)) return false
    const object = recipes.follow(recipe, now)
    known.key = recipes.key
    known.size = -1
    known.originBytes = recipe.originBytes
    known.outcome = recipe.outcome
    if (recipe.made !== null) {
      const farthest = recipes.route?.farthest ?? -1
      const reason = reasons.ofKnown(known.key, farthest, recipes.isExpired)
      known.outcome = outcomes.withReason(recipe.outcome, reason)
      reasons.note(known.key, farthest)
    }
    if (object !== null) memory.foresee(shape, place, answer, object, known.key)
    return true
  }

  private followFamily(
    row: number,
    shape: number,
    place: number,
    target: Target,
    answer: number,
    now: number,
    known: Remembered,
  ): boolean {
    const { families } = this
    const { memory, outcomes } = this.parts
    const found = families.find(shape, place, target, answer, now, memory.madeFrom)
    if (found === null || this.needsSize(row, found.outcome)) return false
    families.follow(found)
    known.size = -1
    known.originBytes = families.originBytes
    known.outcome =
      found.made === null
        ? found.outcome
        : outcomes.withReason(found.outcome, this.noteMade(shape, target, answer))
    known.key = families.key
    if (families.object !== null) {
      const edgeHit = families.edgeHit(shape, memory.madeFrom[known.key] ?? answer)
      if (edgeHit >= 0)
        memory.foreseeOutcome(shape, place, answer, families.object.freshUntil, known.key, edgeHit)
    }
    return true
  }

  /** The origin's answer has left an object in the caches: notes it; returns why the origin was asked for it. */
  private noteMade(shape: number, target: Target, answer: number): ReturnType<Reasons['ofKnown']> {
    const { families } = this
    const { keys, memory, reasons } = this.parts
    const farthest = families.route?.farthest ?? -1
    const reason =
      families.key < 0 ? keys.whyNew(target) : reasons.ofKnown(families.key, farthest, families.isExpired)
    if (families.key < 0 && families.keyText !== null) {
      families.key = keys.add(families.keyText, target, answer)
      families.setKey(shape, families.key)
    }
    memory.madeFrom[families.key] = answer
    reasons.note(families.key, farthest)
    return reason
  }

  /** Keeps what the engine has made of a row, for others like it. */
  learn(
    shape: number,
    place: number,
    target: Target,
    exchange: Exchange,
    answer: number,
    { key, outcome, originBytes }: Remembered,
  ): void {
    const { memory, shapes } = this.parts
    const madeFrom = key < 0 ? answer : (memory.madeFrom[key] ?? -1)
    if (madeFrom < 0) return
    const recipe = { answer: madeFrom, outcome, originBytes }
    if ((shapes.familyOf[shape] as number) < 0)
      this.recipes.learn(shape, place, target, exchange, recipe, key) // every shape has an entry
    else this.families.learn(shape, place, target, exchange, madeFrom, recipe)
  }
}
