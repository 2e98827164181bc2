// A file of its own, as an old Node would not read it.
void import('./no-oops.mjs')
