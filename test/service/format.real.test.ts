import { expect, it } from 'vitest'
import { format } from '#service/format.ts'
import { openSandbox } from './sandbox/sandboxed.ts'

it('rustfmt formats everything in the sandbox, macros included, and leaves what is formatted', async () => {
  const text =
    'macro_rules! m{($a:expr)=>{println!( "{}",$a )}}\nfn main( ){ m!( vec![1,2 ,3] );\nprintln!( "{}" ,1 ) }\n'
  const formatted = `macro_rules! m {
    ($a:expr) => {
        println!("{}", $a)
    };
}
fn main() {
    m!(vec![1, 2, 3]);
    println!("{}", 1)
}
`
  expect(await format(openSandbox(), text)).toEqual({ outcome: 'formatted', text: formatted })
  expect(await format(openSandbox(), formatted)).toEqual({ outcome: 'formatted', text: formatted })
})

it('rustfmt says why it cannot read a text', async () => {
  const result = await format(openSandbox(), 'fn main( {')
  expect(result).toMatchObject({
    outcome: 'rejected',
    message: expect.stringContaining('unclosed delimiter'),
  })
})

it('rustfmt reads no file that a text names', async () => {
  const text = '#[path = "/usr/lib/os-release"]\nmod release;\n'
  expect(await format(openSandbox(), text)).toEqual({ outcome: 'formatted', text })
})

it.each([
  ['is formatted up to a depth that nobody writes', 500, 'formatted'],
  ['stops rustfmt where it is too deep for the stack', 20_000, 'stopped'],
])('What is nested %s', async (_, depth, outcome) => {
  const text = `fn main() {\n    let _ = ${'('.repeat(depth)}1${')'.repeat(depth)};\n}\n`
  expect(await format(openSandbox(), text)).toMatchObject({ outcome })
})
