/** The declarations that the editor knows for a runtime. */
import common from '#core/edge/types/cloudfront-functions.d.ts.txt?raw'
import old from '#core/edge/types/cloudfront-js-1.0.d.ts.txt?raw'
import current from '#core/edge/types/cloudfront-js-2.0.d.ts.txt?raw'
import lambda from '#core/edge/types/lambda-edge.d.ts.txt?raw'

/** TypeScript declarations for code of a runtime; `Handler` among them is the type of its handler. */
export function declarationsFor(language: 'cloudfront-js-1.0' | 'cloudfront-js-2.0' | 'nodejs'): string {
  if (language === 'nodejs') return lambda
  return `${common}\n${language === 'cloudfront-js-1.0' ? old : current}`
}
