/** What `import { check, rules } from '@frontage-cdn/frontage/check'` gives; the declarations have to stand alone. */

/** The path of a file or a folder that `frontage check` reads, or a text. */
export type Source = string | { readonly text: string }

export type Severity = 'error' | 'warning' | 'info'
export type Profile = 'essential' | 'recommended' | 'security' | 'cost' | 'all'

export interface CheckSettings {
  /** Values for template parameters or Terraform variables. */
  readonly parameters?: Readonly<Record<string, string>>
  /** By logical id, resource address or comment; all of them where absent. */
  readonly distribution?: string
  /** Only what this profile shows; everything where absent, as in `frontage check --format json`. */
  readonly profile?: Profile
}

/** A finding, as `frontage check --format json` has it. */
export interface Diagnostic {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** A JSON pointer into the plain config of the distribution, or `/resources/<kind>/<id>/…`. */
  readonly path: string
  /** The error of CloudFront's API that it pre-empts. */
  readonly code: string | null
  readonly fixable: boolean
  readonly docs: string | null
  readonly profiles: readonly Profile[]
  readonly covers?: readonly string[]
  readonly places?: readonly string[]
  /** In the source, where it has lines. */
  readonly location?: { readonly line: number; readonly column: number; readonly file?: string }
}
export interface CheckedDesign {
  /** The distribution's logical id. */
  readonly id: string
  readonly diagnostics: readonly Diagnostic[]
}
export interface CheckedFile {
  readonly file: string
  readonly format: string
  readonly designs: readonly CheckedDesign[]
}
export interface CheckReport {
  readonly files: readonly CheckedFile[]
  readonly summary: { readonly errors: number; readonly warnings: number; readonly infos: number }
}

export interface RuleFacts {
  readonly id: string
  readonly severity: Severity
  /** What is wrong, in one short sentence. */
  readonly summary: string
  /** Why it matters. */
  readonly why: string
  readonly docs: string | null
  readonly code: string | null
}

/**
 * Checks a source, with what the `frontage.json` above a file decides. What is found is the answer; a source that cannot
 * be read rejects, with a sentence for each reason.
 */
export declare function check(source: Source, settings?: CheckSettings): Promise<CheckReport>

/** Every rule. */
export declare const rules: readonly RuleFacts[]
