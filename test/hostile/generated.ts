/** Programs that are easier to describe than to store. */
export const generated: Record<string, string> = {
  '20,000 parentheses': `fn main() { let _ = ${'('.repeat(20_000)}1${')'.repeat(20_000)}; }`,
  '8,000 errors': `fn main() {\n${'1=1;\n'.repeat(8000)}}`,
  'thousands of lines': `fn main() {\n${'1 = 1;\n'.repeat(300)}}${'\n'.repeat(60_000)}`,
  'a null byte': 'fn main() { \0 }',
  'half of a surrogate pair': 'fn main() { "\ud83e"; }',
}
