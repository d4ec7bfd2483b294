/** What the checks of one design remember from edit to edit. */
import type { LogicalId } from '#core/model/document.ts'
import type { Asking } from './asking.ts'
import type { FoundAlone } from './conclude.ts'
import type { Rule, RuleContext } from './rule.ts'
import { type View, type Views, viewsOf } from './views.ts'

/** What is asked of a view, and once all is asked what came of it. */
export interface Judged {
  readonly askings: readonly Asking[]
  found?: FoundAlone
}

/** A check without it finds the same. */
export class CheckMemory {
  private rules: readonly Rule[] | undefined
  private views: Views | undefined
  /** The distributions' views of the last check that came to its end. */
  private ended: Views['alone'] = new Map()
  private judged = new WeakMap<View, Judged>()

  /** The views of a design, where they are the same as before those of before. */
  viewsFor(rules: readonly Rule[], context: RuleContext): Views {
    // What other rules found says nothing of these.
    if (rules !== this.rules) this.judged = new WeakMap()
    this.rules = rules
    this.views = viewsOf(context, this.views)
    return this.views
  }

  judgedIn(view: View, askingsOf: () => readonly Asking[]): Judged {
    const before = this.judged.get(view)
    if (before) return before
    const judged = { askings: askingsOf() }
    this.judged.set(view, judged)
    return judged
  }

  /** What was last told of a distribution in full. */
  before(id: LogicalId): { readonly view: View; readonly judged: Judged } | undefined {
    const view = this.ended.get(id)
    const judged = view && this.judged.get(view)
    return judged && { view, judged }
  }

  end({ alone }: Views): void {
    this.ended = alone
  }
}
