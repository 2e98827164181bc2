import { expect, it } from 'vitest'
import { readFunctionSizes } from '#service/kernel/function-sizes.ts'

const output = `

Symbols from driver.ko:

Name                  Value           Class        Type         Size             Line  Section
driver::sum::<u8>   |0000000000000000|   t  |              FUNC|000000000000002c|     |.text
<driver::Crc as driver::Sum>::update|0000000000000030|   t  |              FUNC|000000000000004b|     |.text
<driver::Xor as driver::Sum>::update|0000000000000030|   t  |              FUNC|000000000000004b|     |.text
__this_module       |0000000000000000|   D  |            OBJECT|0000000000000400|     |.gnu.linkonce.this_module
cleanup_module      |0000000000000000|   T  |              FUNC|0000000000000006|     |.exit.text
init_module         |0000000000000090|   T  |            NOTYPE|                |     |.text
asan.module_ctor    |0000000000000090|   t  |              FUNC|0000000000000006|     |.text
`

it('the sizes of functions are read from the names of a module, the largest first', () => {
  expect(readFunctionSizes(output).functions).toEqual([
    { name: '<driver::Crc as driver::Sum>::update', bytes: 75 },
    { name: '<driver::Xor as driver::Sum>::update', bytes: 75 },
    { name: 'driver::sum::<u8>', bytes: 44 },
    { name: 'cleanup_module', bytes: 6 },
  ])
})

it('code that two functions share counts once in the whole, not what lies elsewhere at the same address', () => {
  expect(readFunctionSizes(output).bytes).toBe(125)
})

it('whatever a module is called, nothing but sizes comes of it', () => {
  for (const odd of ['', '\n\n', '||||||', 'a|b|c|FUNC|d', `x|0|t|FUNC|-1||.text`, '|'.repeat(1000)])
    expect(readFunctionSizes(odd)).toEqual({ functions: [], bytes: 0 })
})
