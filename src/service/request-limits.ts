/** Bytes of source in one request, all files together. */
export const maxSourceBytes = 64 * 1024

/** Bytes of a request's body: the sources with what JSON adds to them. */
export const maxBodyBytes = 160 * 1024

/** Files in one request. */
export const maxFiles = 32
