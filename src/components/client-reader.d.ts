import 'astro'

declare module 'astro' {
  interface AstroClientDirectives {
    /** Loads the component when it is near the window and somebody is seen to read the page. */
    'client:reader'?: boolean
  }
}
