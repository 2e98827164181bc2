import { describe, expect, it } from 'vitest'
import { toDriver, toModule, toProgram } from '#scripts/verify/wrap-fence.ts'

describe('an excerpt becomes a program', () => {
  it('in a main of its own, unless it has one', () => {
    expect(toProgram('let a = 1;')).toBe('fn main() {\nlet a = 1;\n}\n')
    expect(toProgram('fn main() {}\n')).toBe('fn main() {}\n')
  })
})

describe('an excerpt becomes a module', () => {
  it('as it is if it is a whole one', () => {
    const whole = 'use kernel::prelude::*;\nmodule! {\n    type: A,\n}\n'
    expect(toModule(whole)).toBe(whole)
  })

  it('with its items where they are, and what it uses first', () => {
    const module = toModule(
      'use kernel::sync::Mutex;\n\n/// Counts.\n#[pin_data]\nstruct Counter {\n    a: u8,\n}\n',
    )
    expect(module).toMatch(/^#\[allow.*\nuse kernel::prelude::\*;\nuse kernel::sync::Mutex;\n/)
    expect(module).toContain('__LOG_PREFIX')
    expect(module).not.toContain('fn excerpt')
  })

  it('with items that have no braces, behind what it uses', () => {
    const module = toModule('use kernel::platform;\n\nstruct Leds;\nfn probe() {}\n')
    expect(module).toContain('use kernel::platform;\n#[allow(dead_code)]')
    expect(module).toContain('struct Leds;')
  })

  it('with its statements in a function that may fail', () => {
    expect(toModule('let a = KBox::new(1, GFP_KERNEL)?;')).toContain(
      'fn excerpt() -> Result {\nlet a = KBox::new(1, GFP_KERNEL)?;\nOk(())\n}',
    )
    expect(toModule('let a = 1;\nOk(())')).not.toMatch(/Ok\(\(\)\)\nOk/)
  })
})

describe('an excerpt in C becomes a driver', () => {
  it('with the headers of the kernel before it, and a licence after', () => {
    expect(toDriver('static int a;')).toMatch(
      /^[^]*<linux\/slab\.h>[^]*static int a;\n[^]*MODULE_LICENSE\("GPL"\);\n$/,
    )
    expect(toDriver('static int a;')).not.toContain('module_init')
  })

  it('with its hidden lines, of which loading it calls «run»', () => {
    const driver = toDriver('static int a;\n//# static void run(void) { a++; }')
    expect(driver).toContain('\nstatic void run(void) { a++; }\n')
    expect(driver).toMatch(/\trun\(\);[^]*module_init/)
  })

  it('in which nothing counts as unused, unless that is what it shows', () => {
    expect(toDriver('x')).toContain('ignored "-Wunused-function"')
    expect(toDriver('x', '-Wunused-function')).not.toContain('ignored "-Wunused-function"')
  })
})
