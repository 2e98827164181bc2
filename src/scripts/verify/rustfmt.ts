import { execFile } from 'node:child_process'
import { join } from 'node:path'

const libraries = { x64: '/usr/lib/x86_64-linux-gnu', arm64: '/usr/lib/aarch64-linux-gnu' }

/**
 * What rustfmt of the toolroom at `root` would change in a text, as a diff; empty if nothing. Unlike rustc it needs
 * `/proc` (its main thread asks how deep the stack may be), so it has a world of its own, which only reads our lessons.
 */
export function rustfmt(root: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile('bwrap', [...toWorld(root), ...command], (error, stdout, stderr) => {
      if (error) reject(new Error(`rustfmt could not read it: ${stderr || error.message}`))
      else resolve(stdout.trim())
    })
    child.stdin?.end(text)
  })
}

const command = ['rustfmt', '--edition', '2021', '--check', '--color', 'never']

function toWorld(root: string): string[] {
  return [
    ...['--unshare-all', '--die-with-parent', '--new-session', '--clearenv'],
    ...['--setenv', 'LD_LIBRARY_PATH', libraries[process.arch as keyof typeof libraries]],
    ...[
      '--ro-bind',
      join(root, 'usr'),
      '/usr',
      '--symlink',
      'usr/lib',
      '/lib',
      '--symlink',
      'usr/lib64',
      '/lib64',
    ],
    ...['--ro-bind', '/proc', '/proc', '--tmpfs', '/tmp', '--'],
  ]
}
