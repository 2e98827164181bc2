import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Language } from '#protocol/compile.ts'
import type { ShellRequest } from '#protocol/shell.ts'
import type { RunningServer } from '#service/start-server.ts'
import { kernelTimeout, openRealKernel } from '../kernel/real-kernel.ts'
import { openRealService } from '../real-service.ts'
import { openShell, type ShellClient } from './shell-client.ts'

/** Serves shells in real kernels to the tests of one file; each is closed after its test. */
export function useRealShells() {
  let service: RunningServer
  const open: ShellClient[] = []
  beforeAll(async () => {
    service = await openRealService({ BOOTS: '3' }, { kasan: await openRealKernel('kasan') })
  }, kernelTimeout)
  afterEach(() => open.splice(0).forEach((shell) => shell.close()))
  afterAll(() => service.close())
  const sees = async (shell: ShellClient, text: string) => {
    await expect.poll(shell.output, { timeout: 30_000 }).toContain(text)
  }
  async function atPrompt(code = harmless, language: Language = 'c'): Promise<ShellClient> {
    const shell = await openShell(service.url, requestOf(code, language))
    open.push(shell)
    await sees(shell, '~ # ')
    return shell
  }
  return { service: () => service, atPrompt, sees, reportsOf, requestOf }
}

function requestOf(code: string, language: Language = 'c'): ShellRequest {
  const file = language === 'c' ? 'driver.c' : 'driver.rs'
  return { language, variant: 'kasan', files: { [file]: code }, rows: 24, columns: 80 }
}

function reportsOf({ events }: ShellClient) {
  return events.filter((event) => event.kind === 'report')
}

const driver = (body: string, before = ''): string => `#include <linux/module.h>
#include <linux/miscdevice.h>
#include <linux/slab.h>
${before}
static int __init demo_init(void)
{
${body}
}

static void __exit demo_exit(void)
{
}

module_init(demo_init);
module_exit(demo_exit);
MODULE_LICENSE("GPL");
`

/** Does nothing. */
export const harmless = driver('\treturn 0;')

/** Uses memory after it is freed, on line 11. */
export const crashes = driver(`\tint *count = kmalloc(sizeof(*count), GFP_KERNEL);

\t*count = 1;
\tkfree(count);
\treturn READ_ONCE(*count) & 0;`)

/** Has a parameter whose getter uses memory after it is freed, on line 9; the same code for any number of comments. */
export function crashesLater(comments = 0): string {
  return driver(
    '\tpr_info("demo: loaded\\n");\n\treturn 0;',
    `${'/* More. */\n'.repeat(comments)}static int show(char *buffer, const struct kernel_param *parameter)
{
\tchar *text = kmalloc(4, GFP_KERNEL);

\tkfree(text);
\treturn sprintf(buffer, "%d\\n", READ_ONCE(text[0]));
}

static const struct kernel_param_ops operations = { .get = show };
module_param_cb(count, &operations, NULL, 0444);
`,
  )
}
