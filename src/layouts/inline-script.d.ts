/** A script and all that it imports as one text; src/scripts/site-build/inline-script.ts makes it. */
declare module '*?inline-script' {
  const text: string
  export default text
}
