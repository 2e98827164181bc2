/** Most bytes of source in one request, all files together. */
export const maxSourceBytes = 64 * 1024

/** Most bytes of a request's body: the sources with what JSON adds to them. */
export const maxBodyBytes = 160 * 1024

/** Most files of a program, a fixture, or another program that comes with one. */
export const maxFiles = 32

/** Most fixtures in one request, and most programs. */
export const maxCompanions = 4
