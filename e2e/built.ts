/** Before the tests: the page, the command and the shard for Spark are built, once and not by each worker. */
import { built, builtPage } from '#bin/install.js'

// Playwright takes it from the default export.
export default function build(): void {
  built('cli')
  built('library')
  builtPage()
  built('spark')
}
