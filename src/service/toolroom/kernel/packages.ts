/** What a kernel with Rust is built with, as Debian's packages. */
export const packages: readonly string[] = [
  ...['rustc', 'rust-clippy', 'rustfmt', 'rust-src', 'bindgen', 'clang', 'lld', 'llvm', 'gcc', 'libc6-dev'],
  ...['make', 'flex', 'bison', 'bc', 'libelf-dev', 'libssl-dev', 'python3-minimal', 'perl', 'kmod', 'cpio'],
  ...['xz-utils', 'gzip', 'zstd', 'tar', 'hostname', 'libc-bin', 'busybox-static', 'util-linux'],
  // A Debian system has these without being asked; a tree of packages has what it names.
  ...['bash', 'coreutils', 'dash', 'diffutils', 'findutils', 'grep', 'mawk', 'patch', 'sed'],
]

/** What is kept of them: checks, builds, symbolises and packs modules. */
export const programs: readonly string[] = [
  ...[
    'rustc',
    'clippy-driver',
    'rustfmt',
    'clang',
    'ld.lld',
    'ld.bfd',
    'llvm-nm',
    'llvm-symbolizer',
    'llvm-cxxfilt',
    'busybox',
    'prlimit',
    'setarch',
    'taskset',
  ],
]
