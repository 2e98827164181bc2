/** Opens the window in which readers choose where their code goes; it is loaded then. */
export async function openWhereCodeGoes() {
  const { showWhereCodeGoes } = await import('./where-dialog.tsx')
  showWhereCodeGoes()
}
