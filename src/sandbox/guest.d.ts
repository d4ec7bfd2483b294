/** The text of a library for the sandbox (vite/guest-libraries.ts). */
declare module '*?guest' {
  const text: string
  export default text
}
