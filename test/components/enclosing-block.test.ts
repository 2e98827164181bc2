import { expect, it } from 'vitest'
import { enclosingBlock, surroundings } from '#components/enclosing-block.ts'

it('widens lines of C to the function, its whole head included', () => {
  const c = `static int before;

static ssize_t fault_read(struct file *file,
\t\t\t  size_t count)
{
\tint err;

\tkfree(x);
\treturn err;
}

static int after;
`
  expect(enclosingBlock(c, [6, 8])).toEqual({ from: 3, to: 10 })
})

it('widens lines of a Rust method to the method, not to its impl', () => {
  const rust = `impl A {
    fn f(&self) {
        let a = 1;

        drop(a);
    }

    fn g(&self) {}
}
`
  expect(enclosingBlock(rust, [3, 5])).toEqual({ from: 2, to: 6 })
})

it('takes the whole text where nothing encloses the lines', () => {
  expect(enclosingBlock('a\nb\nc', [2])).toEqual({ from: 1, to: 3 })
})

it('shows two lines on either side where the block is long', () => {
  const code = `fn f() {\n${'    step();\n'.repeat(30)}}\n`
  expect(surroundings(code, [10, 12])).toEqual({ from: 8, to: 14 })
  expect(surroundings('fn f() {\n    step();\n}\n', [2])).toEqual({ from: 1, to: 3 })
})
