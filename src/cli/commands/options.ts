/** The options that several commands share, and the type of a command's registration. */

import { type Command, InvalidArgumentError, Option } from 'commander'

/** Adds one command to the program; `finish` takes its exit status, `formats` are the names that `--to` knows. */
export type AddCommand = (frontage: Command, finish: (status: number) => void, formats: string) => void

/** Gathers an option that may be repeated. */
export const collect = (value: string, before: readonly string[]): string[] => [...before, value]

/** Reads `NAME=VALUE`; throws commander's error for anything else. */
export function assignment(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const equals = text.indexOf('=')
  if (equals <= 0) throw new InvalidArgumentError('Write it as NAME=VALUE.')
  return { ...before, [text.slice(0, equals)]: text.slice(equals + 1) }
}

/** Reads a port of TCP; 0 lets the system choose one. */
export function port(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return number
}

export const format = (...choices: string[]) =>
  new Option('--format <format>', 'how to print').choices(choices).default('text')
export const distribution = () =>
  new Option('--distribution <id>', 'one distribution, by logical id, resource address or comment')
export const parameter = () =>
  new Option('--param <name=value>', 'a value for a template parameter').argParser(assignment).default({})
export const endpoint = () => new Option('--endpoint-url <url>', 'where the CloudFront API answers')
export const awsProfile = () =>
  new Option('--profile <name>', "a profile of this machine's AWS configuration")
