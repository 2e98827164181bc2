/** Arguments of clippy for what a lesson may forbid; whoever asks decides which of them matter. */
export const courseLints = [
  'unsafe_code',
  'clippy::unwrap_used',
  'clippy::expect_used',
  'clippy::panic',
  'clippy::indexing_slicing',
].flatMap((lint) => ['-W', lint])
