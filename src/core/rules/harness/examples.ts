import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument } from '#core/model/document.ts'

export type RuleExample =
  | DesignDocument
  | { readonly document: DesignDocument; readonly account: AccountFacts }

/** Designs, by what they show. The harness, the rule's page and the end-to-end tests read the same ones. */
export interface RuleExamples {
  /** The rule says nothing about these. */
  readonly valid: Readonly<Record<string, RuleExample>>
  /** The rule finds something in each; a fix that it offers makes it fall silent. */
  readonly invalid: Readonly<Record<string, RuleExample>>
}

/** An example as the page shows it: small YAML. */
export interface ExampleText {
  readonly name: string
  readonly text: string
}
export interface ExampleTexts {
  /** Where in the example's design it stands. */
  readonly at: string
  readonly bad: ExampleText
  readonly good?: ExampleText
}
