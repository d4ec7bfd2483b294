import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Edit } from '#core/model/edit.ts'
import type { JsonObject } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { OriginRule, ViewerRequest } from '#core/model/scenario.ts'

export type Severity = 'error' | 'warning' | 'info'

/** For whom advice is told beside errors and warnings, which are told to everyone. */
export type Topic = 'recommended' | 'security' | 'cost'

/** In which order problems are told: what is refused comes first. */
export const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Rules that look at one behavior of a distribution at a time, or at one origin. */
export type PartSight = 'behavior' | 'origin'

export interface RuleContext {
  readonly document: DesignDocument
  /** Present when connected, or when a scenario says what the account holds. */
  readonly account?: AccountFacts
}

/** What a rule found at one place. */
export interface Finding {
  /** Into the document; the most exact field that can be named. */
  readonly path: Path
  /** One sentence: the thing, what happens at CloudFront, the remedy. Names in “quotes”. */
  readonly message: string
  /** A change that is safe to make without asking: no request is answered otherwise but as the message promises. */
  readonly fix?: Edit
  /** Changes of which a person has to choose one. */
  readonly suggestions?: readonly Edit[]
  /** Every place that the finding is about, where it is told of several at once. */
  readonly places?: readonly Path[]
  /** Of the rule's other ids, those that hold here; all of them where this is absent. */
  readonly covers?: readonly string[]
  /** Where the verdict depends on the place (an error in the API, a warning in CloudFormation). */
  readonly severity?: Severity
}

/** A request by which the fault shows, and what comes of it. */
export interface Shown {
  readonly request: ViewerRequest
  /** What every origin answers to whatever reaches it; absent, a page with status 200. */
  readonly answer?: NonNullable<OriginRule['response']>
  /** As a scenario expects it: only what it names is compared. */
  readonly outcome: JsonObject
}

/** One thing that CloudFront would refuse, or that would not work as meant. */
export interface Rule {
  /** `group/name`, which is also the file's path below core/rules. */
  readonly id: string
  /**
   * Other ids of the same fault: of rules that are silent where this one speaks, or that were merged into it. Who accepts
   * one of them accepts this finding.
   */
  readonly covers?: readonly string[]
  readonly severity: Severity
  /**
   * What it is shown of a design, beyond which it cannot look: `shared` is everything but the distributions, `all` is
   * everything at once, which is judged anew after each edit. Absent: one distribution at a time, with what is not
   * CloudFront's, what it names and what names it (views.ts). Of that, `behavior` is one behavior at a time with the
   * origins and groups that it leads to, `origin` one origin; what such a rule tells stands in that part (parts.ts).
   */
  readonly sees?: 'shared' | 'all' | PartSight
  /** Where its notes are told, beside the profile that has all of them (profile.ts). */
  readonly profiles?: readonly Topic[]
  /** What is wrong, in one short sentence: the title of a finding. */
  readonly summary: string
  /** Why it matters: what CloudFront does otherwise. A short paragraph for the rule's page. */
  readonly why: string
  /** The AWS page that the rule follows; null where AWS has none and the rule is our advice. */
  readonly docs: string | null
  /** The API error that the rule pre-empts; null where nothing is refused. */
  readonly code: string | null
  /** Ids of other tools' checks for the same thing: `cfn-lint E3057`, `CKV_AWS_174`. */
  readonly alsoKnownAs?: readonly string[]
  /**
   * Advice that holds for many behaviors of a distribution alike is told once: the message for several, which are given
   * as a sentence's subject (“The default cache behavior and “/api/*” of “Site””). Absent where each is a fault of its own.
   */
  readonly together?: (behaviors: string) => string
  /**
   * Where the finding predicts the outcome of a request. A test sends it through the examples: an invalid one has the
   * outcome, and no valid one has.
   */
  readonly shows?: Shown
  /**
   * Where its fix changes what requests are answered, because that is what the finding promises: in which way. Every other
   * fix changes what no request is answered.
   */
  readonly mends?: string
  /** Pure; yields nothing about what it cannot know. */
  readonly check: (context: RuleContext) => Iterable<Finding>
}

export const defineRule = (rule: Rule): Rule => rule
