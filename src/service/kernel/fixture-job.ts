import type { SourceFiles } from '#protocol/compile.ts'
import type { Job } from '../sandbox.ts'
import { toShell } from '../to-shell.ts'
import { courseFolder, toCFlags } from './c-flags.ts'
import type { KernelRoom } from './kernel-room.ts'
import { linkRefused } from './link-script.ts'

/** The command that makes `NAME.ko` of a fixture's C file, on standard output. */
export function toFixtureBuild(room: KernelRoom, name: string, files: SourceFiles): Job {
  const flags = toCFlags(room).map((flag) => toNamed(flag, name))
  const compile = (to: string, from: string) => toShell(['clang', ...flags, '-c', '-o', to, from])
  const script = [
    `${compile('/tmp/fixture.o', `fixtures/${name}.c`)} || exit $?`,
    `{ busybox cat ${moduleFile}; ${listExports}; } > /tmp/module.c`,
    `${compile('/tmp/module.o', '/tmp/module.c')} || exit $?`,
    `${toShell(toLinker(room))} || exit ${linkRefused}`,
    'exec busybox cat /tmp/fixture.ko',
  ]
  return {
    command: ['busybox', 'sh', '-c', script.join('\n')],
    files: { ...files, [moduleFile]: moduleSource },
  }
}

/** Kbuild's flags have the name of the module that showed them. */
function toNamed(flag: string, name: string): string {
  return /^-D_{0,2}KBUILD_/.test(flag) ? flag.replace(/driver(?="?$)/, name) : flag
}

function toLinker({ link, modules }: KernelRoom): string[] {
  const objects = ['/tmp/fixture.o', '/tmp/module.o', modules.common]
  return ['ld.lld', ...link.arguments, '--threads=1', '-o', '/tmp/fixture.ko', ...objects]
}

const moduleFile = `${courseFolder}/module.c`

/** What modpost writes for a module; scripts/mod/modpost.c, add_header(). Weak: a module need not have either function. */
const moduleSource = `#include <linux/module.h>
#include <linux/export-internal.h>

MODULE_INFO(name, KBUILD_MODNAME);

int __weak init_module(void);
void __weak cleanup_module(void);

__visible struct module __this_module __section(".gnu.linkonce.this_module") = {
	.name = KBUILD_MODNAME,
	.init = init_module,
	.exit = cleanup_module,
	.arch = MODULE_ARCH_INIT,
};
`

/** EXPORT_SYMBOL() leaves such a symbol for modpost, which makes entries like these of it, add_exported_symbols(). */
const listExports =
  `llvm-nm /tmp/fixture.o | busybox sed -n ` +
  `'s/^.* __export_symbol_\\([A-Za-z_][A-Za-z0-9_]*\\)$/KSYMTAB_FUNC(\\1, "");SYMBOL_FLAGS(\\1, 0x01);/p'`
