/**
 * Gives the path of a file in the kernel's tree or in that of Rust's library as people name it; other paths stay as they
 * are. In the toolroom, source and build of the kernel are beside each other.
 */
export function toTreePath(file: string): string {
  return file.replace(/^\/.*?\/(?=library\/)|^\/usr\/src\/[^/]+\//, '')
}
