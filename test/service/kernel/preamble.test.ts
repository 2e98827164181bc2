import { describe, expect, it } from 'vitest'
import { toPreamble } from '#service/kernel/preamble.ts'

describe('the preamble of a driver', () => {
  it('is its inclusions and definitions, without comments, up to the first other line', () => {
    const source = `// SPDX-License-Identifier: GPL-2.0
/*
 * #include <linux/never.h>
 */
#define pr_fmt(fmt) "demo: /* " fmt
#include <linux/module.h>	/* for all */
# include <linux/slab.h> // #include <linux/not.h>

static int x;
#include <linux/fs.h>
`
    expect(toPreamble(source)).toBe(
      '#define pr_fmt(fmt) "demo: /* " fmt\n#include <linux/module.h>\n# include <linux/slab.h>\n',
    )
  })

  it('ends at a condition, at a header of its own and at a line that goes on', () => {
    const start = '#include <linux/module.h>\n'
    for (const line of [
      '#ifdef X',
      '#include "ring.h"',
      '#define A \\\n 1',
      '// a \\\n#include <linux/fs.h>',
    ]) {
      expect(toPreamble(`${start}${line}\n#include <linux/slab.h>\n`)).toBe(start)
    }
  })

  it('is none where nothing is included', () => {
    expect(toPreamble('int x;\n#include <linux/module.h>\n')).toBeUndefined()
    expect(toPreamble('#define A 1\nint x;\n')).toBeUndefined()
    expect(toPreamble('')).toBeUndefined()
  })
})
