import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openWorkbench } from './workbench-page.ts'

const stage = useStage()

it('output is streamed and an endless program can be stopped', async () => {
  const page = await stage.open('/playground/')
  const { bench, write, button } = await openWorkbench(page)
  await write('fn main() {\n    println!("on and on");\n    loop {}\n}\n')
  await button('Run').click()
  await bench.getByLabel('Output of the program').getByText('on and on').waitFor()
  await button('Stop').click()
  await bench.getByText('Stopped.').waitFor()
  await page.context().close()
})

it('a panic names its line, and the line is a link', async () => {
  const page = await stage.open('/playground/')
  const { bench, write, button } = await openWorkbench(page)
  await write(
    'fn main() {\n    let none: Option<u8> = None;\n    let n = none.unwrap();\n    println!("{n}");\n}\n',
  )
  await button('Run').click()
  await bench.getByText('The program panicked (exit code 101).').waitFor()
  await bench.getByRole('link', { name: 'main.rs:3:18' }).click()
  await page.keyboard.insertText('/* here */')
  await expect
    .poll(() => bench.locator('.view-line', { hasText: '/* here */' }).innerText())
    .toContain('unwrap')
  await page.context().close()
})

it('a program that eats memory is ended by its own limit, and the page lives on', async () => {
  const page = await stage.open('/playground/')
  const { bench, write, button } = await openWorkbench(page)
  await write(
    'fn main() {\n    let mut all = Vec::new();\n    loop {\n        all.push(vec![1u8; 1 << 20]);\n    }\n}\n',
  )
  await button('Run').click()
  await bench.getByText(/Memory ran out: this asks for 1 MiB more/).waitFor()
  await write('fn main() { println!("still here"); }')
  await button('Run').click()
  await bench.getByLabel('Output of the program').getByText('still here').waitFor()
  await page.context().close()
})

it('a flood of output is cut off with a word', async () => {
  const page = await stage.open('/playground/')
  const { bench, write, button } = await openWorkbench(page)
  await write('fn main() {\n    loop {\n        println!("flood");\n    }\n}\n')
  await button('Run').click()
  await bench.getByText(/The program was stopped here: it wrote more than 256 kB/).waitFor()
  await page.context().close()
})
