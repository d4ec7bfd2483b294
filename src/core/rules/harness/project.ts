/** What a team has decided for all its designs, as `frontage.json` or `.frontagerc` says it. */

import { bare } from '#core/ground/names.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { said } from '#core/ground/said.ts'
import type { Problem } from './problem.ts'
import { type ProfileName, profileNames } from './profile.ts'
import type { Rule, Severity } from './rule.ts'

type Level = Severity | 'off'
export interface RuleChoice {
  readonly level: Level
  readonly reason: string
}
export interface Project {
  readonly profile?: ProfileName
  /** By rule id, or by an id that a rule covers. */
  readonly rules: Readonly<Record<string, RuleChoice>>
}

const levels: readonly string[] = ['off', 'error', 'warning', 'info'] satisfies readonly Level[]
const isLevel = (value: unknown): value is Level => typeof value === 'string' && levels.includes(value)

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function choiceOf(id: string, value: unknown): RuleChoice | string {
  if (!isFields(value) || !isLevel(value['level']))
    return `“${id}” is {"level": "off", "error", "warning" or "info", "reason": "…"}.`
  const reason = value['reason']
  if (typeof reason !== 'string' || reason.trim() === '')
    return `“${id}” has no reason; say why, for whoever reads it next.`
  return { level: value['level'], reason }
}

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : undefined
  } catch {
    return undefined
  }
}

const knows = (rules: readonly Rule[], id: string) =>
  rules.some((rule) => rule.id === id || rule.covers?.includes(id))

/** Reads a project file; every fault is one sentence. */
export function readProject(text: string, rules: readonly Rule[]): Result<Project, readonly string[]> {
  const file = parsed(text)
  if (!file) return failed(['It is not a JSON object.'])
  const { profile, rules: choices = {}, $schema: _, ...others } = file
  const faults = Object.keys(others).map(
    (key) => `“${key}” is not a setting; there are “profile” and “rules”.`,
  )
  const name = profileNames.find((one) => one === profile)
  if (profile !== undefined && name === undefined)
    faults.push(`“${said(profile)}” is not a profile; there are ${profileNames.join(', ')}.`)
  if (!isFields(choices)) return failed([...faults, '“rules” is an object with rule ids as keys.'])
  const chosen: Record<string, RuleChoice> = bare()
  for (const [id, value] of Object.entries(choices)) {
    const choice = choiceOf(id, value)
    if (!knows(rules, id)) faults.push(`There is no rule “${id}”.`)
    else if (typeof choice === 'string') faults.push(choice)
    else chosen[id] = choice
  }
  return faults.length > 0 ? failed(faults) : ok({ ...(name && { profile: name }), rules: chosen })
}

/** The problems as a team wants them told: rules that are off are silent, others are as grave as it says. */
export const asDecided = ({ rules }: Project, problems: readonly Problem[]): Problem[] =>
  problems.flatMap((problem) => {
    const names = [problem.rule.id, ...(problem.covers ?? [])]
    const name = names.find((id) => Object.hasOwn(rules, id))
    const choice = name === undefined ? undefined : rules[name]
    if (!choice) return [problem]
    return choice.level === 'off' ? [] : [{ ...problem, severity: choice.level }]
  })
