/** What somebody types into there; the code of a lesson is an editor from the first key on. */
export function fieldOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(fields) : null
}

const fields =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], [role=textbox], .monaco-editor, .wb-static'
