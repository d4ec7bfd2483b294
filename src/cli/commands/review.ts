import { type AddCommand, awsProfile, collect, distribution, endpoint, format, parameter } from './options.ts'

export const addReview: AddCommand = (frontage, finish) => {
  frontage
    .command('review <old> <new>')
    .description('say what a change does: files, folders, REVISION:PATH of git, or distribution ids')
    .option('--url <url>', 'a URL to look at; may be repeated', collect, [])
    .option('--log <file>', 'a log whose requests are replayed on both; may be repeated', collect, [])
    .option(
      '--fail-on <kinds>',
      'end with 1 on any of these, by commas: outage, public, shared, cold, cost, routing, danger, change, note, errors, any',
      collect,
      [],
    )
    .addOption(format('text', 'json', 'markdown', 'html'))
    .addOption(endpoint())
    .addOption(awsProfile())
    .addOption(parameter())
    .addOption(distribution())
    .action(async (old, now, { param, ...options }) => {
      const { review } = await import('#cli/review.ts')
      finish(await review(old, now, { ...options, parameters: param }))
    })
}
