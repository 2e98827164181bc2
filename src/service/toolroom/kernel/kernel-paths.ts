/** What of a kernel stays in its toolroom, as paths in its source and in the folder of its build. */
export const kernelPaths = {
  /** Headers for C, the sources that rustc quotes, the samples, and under what terms all of it comes. */
  source: [
    ...['COPYING', 'LICENSES', 'Makefile', '.clippy.toml', 'rust', 'samples/rust', 'include'],
    ...['arch/x86/include', 'arch/x86/um', 'arch/um/include'],
    // The C library of programs that are written for this kernel.
    'tools/include/nolibc',
  ],
  built: [
    ...['linux', 'Module.symvers', '.config', 'scripts/module.lds', 'scripts/target.json', 'course'],
    ...['include/generated', 'include/config/kernel.release'],
    ...['arch/um/include/generated', 'arch/x86/include/generated'],
  ],
} as const
