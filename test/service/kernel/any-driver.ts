import { beforeAll, expect } from 'vitest'
import type { Action, CompileRequest, CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { createFakeSandbox } from '../fake-sandbox.ts'
import { compileWith, createTestService, type TestService } from '../test-service.ts'
import { kernelTimeout, openRealKernel } from './real-kernel.ts'

/** Compiles drivers for the real kernel, as the service does, in the tests of one file. */
export function useDriverCompiler() {
  let app: TestService
  beforeAll(async () => {
    app = createTestService(createFakeSandbox(), { kernels: { kasan: await openRealKernel() } })
  }, kernelTimeout)

  async function compile(action: Action, files: SourceFiles): Promise<CompileResult> {
    const language = 'driver.c' in files ? 'c' : 'rust'
    const request: CompileRequest = { target: 'kernel', language, action, files, variant: 'kasan' }
    return compileWith(app, request)
  }

  async function errorsOf(action: Action, files: SourceFiles): Promise<Diagnostic[]> {
    const result = await compile(action, files)
    if (result.outcome !== 'rejected') throw new Error(JSON.stringify(result))
    return result.diagnostics.filter(({ severity }) => severity === 'error')
  }

  return { compile, errorsOf }
}

/** A span that begins there. */
export function at(line: number, column: number): object {
  return expect.objectContaining({ start: { line, column } })
}

/** A module whose `init` begins with those statements, unindented, in line 16 if nothing stands before it. */
export function rust(statements = '', items = ''): SourceFiles & { 'driver.rs': string } {
  return {
    'driver.rs': `// SPDX-License-Identifier: GPL-2.0
//! A demonstration.
use kernel::prelude::*;
module! {
    type: Demo,
    name: "driver",
    authors: ["No Oops"],
    description: "A demonstration",
    license: "GPL",
}
struct Demo;
${items === '' ? '' : `${items}\n`}
impl kernel::Module for Demo {
    fn init(module: &'static ThisModule) -> Result<Self> {
        let _ = module;
${statements}
        Ok(Demo)
    }
}
`,
  }
}

/** A module whose `init` is that one line of code. */
export function c(statement: string, before = ''): SourceFiles & { 'driver.c': string } {
  return {
    'driver.c': `// SPDX-License-Identifier: GPL-2.0
#include <linux/module.h>
${before === '' ? '' : `${before}\n`}static int __init demo_init(void)
{
	${statement}
}
module_init(demo_init);
MODULE_DESCRIPTION("A demonstration");
MODULE_LICENSE("GPL");
`,
  }
}
