/** Playgrounds of others that readers may send programs to: their names, and the hosts that pages may ask. */
export const publicPlaygrounds = {
  'rust-playground': { name: 'the Rust Playground', host: 'play.rust-lang.org' },
  'compiler-explorer': { name: 'Compiler Explorer', host: 'godbolt.org' },
} as const

export type PublicId = keyof typeof publicPlaygrounds

export const publicIds = Object.keys(publicPlaygrounds) as PublicId[]
