/** Asked any number of times within a frame, takes the step once, before the frame is drawn. */
export function oncePerFrame(callback: () => void): { ask: () => void; end: () => void } {
  let frame = 0
  return {
    ask() {
      frame ||= requestAnimationFrame(() => ((frame = 0), callback()))
    },
    end: () => cancelAnimationFrame(frame),
  }
}
