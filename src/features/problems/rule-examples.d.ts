/** Made while the page is built, by vite/rule-examples.ts. */
declare module 'virtual:rule-examples' {
  export const examples: Readonly<Record<string, import('#core/rules/harness/examples.ts').ExampleTexts>>
}
