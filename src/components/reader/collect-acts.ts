/** Collects what is clicked and typed in an island, and has it happen once more; that the browser writes nothing then is for who listens to say. */
export function collectActs(island: HTMLElement, before: readonly Event[]): { repeat(): void } {
  const acts = before.filter(({ target }) => target instanceof Node && island.contains(target))
  const collect = (event: Event) => void acts.push(event)
  island.addEventListener('click', collect)
  island.addEventListener('keydown', collect)
  return {
    repeat() {
      island.removeEventListener('click', collect)
      island.removeEventListener('keydown', collect)
      for (const act of acts)
        if (act.target instanceof Element && !act.target.closest(withoutScripts)) repeat(act)
    },
  }
}

/** Links and menus do without scripts what a click asks for. */
const withoutScripts = 'a, summary, input, [popovertarget]'

function repeat(act: Event) {
  if (act.type === 'click') act.target!.dispatchEvent(new MouseEvent('click', act))
  if (act.type === 'keydown') act.target!.dispatchEvent(new KeyboardEvent('keydown', act))
}
