/** The options of the commands that speak to an AWS account. */

import { type Command, Option } from 'commander'
import { assignment, awsProfile, collect, distribution, endpoint, format, parameter } from './options.ts'

/** A command about one source and the account. */
export const account = (frontage: Command, name: string, description: string) =>
  frontage
    .command(`${name} <source>`)
    .description(description)
    .addOption(endpoint())
    .addOption(awsProfile())
    .option('--journal <file>', 'where the journal of applies is, instead of the usual place')
    .addOption(format('text', 'json'))

/** A command that plans from a design: it may name what is ours. */
export const design = (frontage: Command, name: string, description: string) =>
  account(frontage, name, description)
    .option('--id <id>', 'the id of the live distribution')
    .addOption(
      new Option('--adopt <name=id>', "a resource of the account that is the design's; may be repeated")
        .argParser(assignment)
        .default({}),
    )
    .addOption(
      new Option('--create <name>', 'a resource to make beside what looks alike; may be repeated')
        .argParser(collect)
        .default([]),
    )
    .addOption(parameter())
    .addOption(distribution())

export const outage = () =>
  new Option('--allow-outage <name>', 'a resource that may stop answering; may be repeated')
    .argParser(collect)
    .default([])

export const deletion = () =>
  new Option('--delete <name>', 'a resource that may be deleted').argParser(collect).default([])
