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

const bytesIn = (text: string): number => {
  const [, digits = '', unit = ''] = /^([\d.]+)\s*([kmgt]?)b?$/i.exec(text.trim()) ?? []
  const power = ['', 'k', 'm', 'g', 't'].indexOf(unit.toLowerCase())
  const bytes = Number(digits) * 1024 ** power
  if (digits === '' || !(bytes > 0)) throw new InvalidArgumentError('Write it like 500MB or 20GB.')
  return bytes
}

/** Where logs are read from a bucket: `--log s3://bucket/prefix`. */
export const addBucketOptions = (command: Command): Command =>
  command
    .addOption(new Option('--endpoint-url <url>', 'where S3 answers'))
    .addOption(awsProfile())
    .option('--since <time>', 'files of a bucket from then on: 2026-01-31, 2026-01-31T12:00Z')
    .option('--until <time>', 'files of a bucket up to then')
    .option('--max-log-bytes <size>', 'what is read from a bucket at most; 10GB unless said', bytesIn)
