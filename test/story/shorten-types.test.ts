import { expect, it } from 'vitest'
import { shortenType, shortenTypes } from '#story/shorten-types.ts'

const nested = `${'W<'.repeat(129)}T${'>'.repeat(129)}`

it('a type that is nested too deep ends in «…» where it has no more room', () => {
  expect(shortenType(nested)).toBe(`${'W<'.repeat(19)}…${'>'.repeat(19)}`)
})

it('as many levels as fit stay whole', () => {
  const adapters =
    'Peekable<Take<Skip<Zip<Filter<Map<Range<u32>, {closure@main.rs:2:28: 2:31}>, {closure@main.rs:2:46: 2:49}>, Chain<Range<u64>>>>>>'
  expect(shortenType(adapters)).toBe('Peekable<Take<Skip<Zip<Filter<…>, Chain<…>>>>>')
})

it('an arrow closes no bracket', () => {
  const call = `Box<dyn Fn(u32) -> Result<${'Vec<'.repeat(20)}u8${'>'.repeat(20)}, String>>`
  expect(shortenType(call)).toBe('Box<dyn Fn(u32) -> Result<Vec<Vec<Vec<Vec<…>>>>, String>>')
})

it('what is short stays as it is, and so does code that is no type', () => {
  const short = 'Result<Vec<Option<Rc<RefCell<Node>>>>, ParseError>'
  expect(shortenType(short)).toBe(short)
  const long = 'a_name_that_is_longer_than_anybody_would_ever_write_but_has_no_brackets_in_it'
  expect(shortenType(long)).toBe(long)
})

it('of a message only what it quotes is shortened', () => {
  const words = 'required for the sake of a sentence (this one) which is long and has <brackets> of its own: '
  expect(shortenTypes(`${words}\`${nested}\` to implement \`Nest\``)).toBe(
    `${words}\`${shortenType(nested)}\` to implement \`Nest\``,
  )
})

it('a type of a hundred thousand brackets costs no time', () => {
  const deep = '<'.repeat(100_000)
  const started = performance.now()
  shortenType(deep)
  expect(performance.now() - started).toBeLessThan(1000)
})
