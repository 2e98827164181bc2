import type { Rule } from './frontmatter.ts'

/** The lints that tell that a rule is broken; the service's `lint` action reports them all. */
export const lintsOfRule: Record<Rule, string[]> = {
  'no-unsafe': ['unsafe_code'],
  'no-unwrap': ['clippy::unwrap_used', 'clippy::expect_used'],
  'no-panic': ['clippy::panic', 'clippy::unwrap_used', 'clippy::expect_used'],
  'no-indexing': ['clippy::indexing_slicing'],
  'safety-comments': ['clippy::undocumented_unsafe_blocks'],
}
