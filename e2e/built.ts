/** Before the tests: the page and the command are built, once and not by each worker. */
import { built } from '#bin/install.js'

// Playwright takes it from the default export.
export default function build(): void {
  built('dist/cli.js', 'cli')
  built('dist/page/index.html')
}
