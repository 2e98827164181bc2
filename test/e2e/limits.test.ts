import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useStage } from './browser.ts'
import { openWorkbench, type WorkbenchPage } from './workbench-page.ts'

const stage = useStage()
const patiently = { timeout: 20_000 }

/** Opens the playground with a program in its editor. */
async function open(source: string): Promise<WorkbenchPage & { page: Page; output: () => Promise<string> }> {
  const page = await stage.open('/playground/')
  const workbench = await openWorkbench(page)
  await workbench.write(source)
  return { ...workbench, page, output: () => workbench.bench.getByLabel('Output of the program').innerText() }
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, `../playground/faults/programs/${name}.rs`), 'utf8')
}

it.each([
  { program: 'big-frames', line: 6, says: 'the stack ran out' },
  { program: 'deep-calls', line: 5, says: 'called from here' },
  { program: 'memory-in-a-loop', line: 4, says: 'memory ran out: this asks for 4 MiB more' },
  { program: 'threads-in-a-loop', line: 10, says: 'no thread can be started here' },
  { program: 'caught-panic', line: 16, says: 'this panics, and in the browser catch_unwind can’t catch it' },
  { program: 'panic-in-core', line: 3, says: 'this panics: assertion failed: step != 0' },
])('$program: what ended it stands on line $line of the reader’s', async ({ program, line, says }) => {
  const { page, button, told, console } = await open(read(program))
  await button('Run').click()
  await expect.poll(async () => (await told()).join('\n'), patiently).toContain(`${line} ${says}`)
  const status = await console.getByRole('status').innerText()
  expect(status).toMatch(/^line \d+ [A-Z]/)
  expect(await console.innerText()).not.toMatch(/unreachable|memory access|table index|RUST_BACKTRACE/)
  await page.context().close()
})

it.each([
  {
    why: 'writes too much',
    line: 'println!("{n}");',
    says: 'the program was stopped here: it wrote more than',
  },
  {
    why: 'looks at the clock for ever',
    line: 'std::time::Instant::now();',
    says: 'the program was stopped here after 10',
  },
])('a program that $why is stopped, and told where', async ({ line, says }) => {
  const { page, button, told } = await open(
    `fn main() {\n    for n in 0u64.. {\n        std::hint::black_box(n);\n        ${line}\n    }\n}\n`,
  )
  await button('Run').click()
  await expect.poll(async () => (await told()).join('\n'), patiently).toContain(`4 ${says}`)
  await page.context().close()
})

it('a program sleeps, and can be stopped while it does', async () => {
  const source =
    'use std::thread::sleep;\nuse std::time::{Duration, Instant};\n\nfn main() {\n    let start = Instant::now();\n    sleep(Duration::from_millis(300));\n    println!("slept {}", start.elapsed().as_millis() >= 300);\n    sleep(Duration::from_secs(50));\n}\n'
  const { page, bench, button, output } = await open(source)
  await button('Run').click()
  await expect.poll(output, patiently).toContain('slept true')
  await button('Stop').click()
  await bench.getByText('Stopped.').waitFor()
  await page.context().close()
})

const greeter =
  'use std::io::{self, Write};\n\nfn main() {\n    for question in ["Name", "Place"] {\n        print!("{question}? ");\n        io::stdout().flush().unwrap();\n        let mut line = String::new();\n        let bytes = io::stdin().read_line(&mut line).unwrap();\n        println!("{bytes} bytes: {}", line.trim());\n    }\n}\n'

it('a program asks for each line that it reads, and its input can end', async () => {
  const { page, bench, button, output } = await open(greeter)
  await button('Run').click()
  const line = bench.getByLabel('Line of input')
  await line.waitFor()
  await bench.getByText('The program waits for a line of input.').waitFor()
  await page.keyboard.type('Ada')
  await page.keyboard.press('Enter')
  await expect.poll(output, patiently).toBe('Name? Ada\n4 bytes: Ada\nPlace? ')
  await button('End of input').click()
  await expect.poll(output, patiently).toContain('0 bytes: ')
  await bench.getByText('The program ended with exit code 0.').waitFor()
  await page.context().close()
})

it('what is typed under «Input» is all of standard input, and is there after a reload', async () => {
  const { page, bench, button, tab, output } = await open(greeter)
  await tab('Console')
  await bench.getByLabel('Input', { exact: true }).fill('Ada\nLondon\n')
  await button('Run').click()
  await expect.poll(output, patiently).toBe('Name? 4 bytes: Ada\nPlace? 7 bytes: London\n')
  await page.waitForTimeout(600)
  await page.reload()
  const { tab: tabAgain } = await openWorkbench(page)
  await tabAgain('Console')
  expect(await bench.getByLabel('Input', { exact: true }).inputValue()).toBe('Ada\nLondon\n')
  await page.context().close()
})

const tested =
  'fn twice(n: i32) -> i32 {\n    n * 2\n}\n\nfn main() {\n    println!("{}", twice(2));\n}\n\n#[test]\nfn doubles_two() {\n    assert_eq!(twice(2), 4);\n}\n\n#[test]\nfn doubles_three() {\n    assert_eq!(twice(3), 5);\n}\n\n#[test]\n#[should_panic]\nfn overflows() {\n    twice(i32::MAX);\n}\n'

it('the tests in a program are run, each told by its name', async () => {
  const { page, bench, button, console } = await open(tested)
  await button('Test').click()
  await bench.getByText('1 test failed, 1 passed, 1 not run.').waitFor()
  expect(await console.locator('.wb-holds').innerText()).toContain('doubles two')
  expect(await console.locator('.wb-fails').innerText()).toMatch(/doubles three line 16\nexpected\n5\ngot\n6/)
  expect(await console.locator('.wb-open').innerText()).toContain('in the browser a panic ends the program')
  await console.getByRole('link', { name: 'line 16' }).click()
  await page.context().close()
})

it('what rustc refuses in the tests stands on its line, and a program without tests is told what one is', async () => {
  const { page, bench, button, told, write } = await open(tested.replace('twice(3), 5', 'missing(3), 5'))
  await button('Test').click()
  await expect.poll(async () => (await told()).join('\n'), patiently).toContain('16 ✗ E0425')
  await write('fn main() {}\n')
  await button('Test').click()
  await bench.getByText('There is no test in this program: a test is a function below #[test].').waitFor()
  await page.context().close()
})

it('a program has files of its own, and is told that there is no other', async () => {
  const source =
    'use std::fs;\n\nfn main() {\n    fs::write("notes.txt", "kept").unwrap();\n    println!("{}", fs::read_to_string("notes.txt").unwrap());\n    println!("{}", fs::read_to_string("other.txt").unwrap_err());\n}\n'
  const { page, button, output } = await open(source)
  await button('Run').click()
  await expect.poll(output, patiently).toMatch(/^kept\nNo such file or directory/)
  await page.context().close()
})

it('a very long type is shortened in the code and in the list, and whole when it is asked for', async () => {
  const source =
    'trait Nest {\n    const DEPTH: u32;\n}\nstruct W<T>(T);\nimpl<T> Nest for W<T>\nwhere\n    W<W<T>>: Nest,\n{\n    const DEPTH: u32 = 1 + <W<W<T>> as Nest>::DEPTH;\n}\n\nfn main() {\n    println!("{}", <W<()> as Nest>::DEPTH);\n}\n'
  const { page, problems, told } = await open(source)
  const whole = problems.getByRole('button', { name: 'whole type' }).first()
  await whole.waitFor()
  const shown = () => problems.first().innerText()
  expect(Math.max(...(await told()).map((label) => label.length))).toBeLessThan(200)
  expect(await shown()).toContain('W<W<W<')
  expect(await shown()).not.toContain('W<'.repeat(60))
  const before = (await shown()).length
  await whole.click()
  await expect.poll(async () => (await shown()).length - before, patiently).toBeGreaterThan(200)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await page.context().close()
})
