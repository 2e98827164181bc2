// Runs before the first paint, so that what the reader set does not flash.
try {
  for (const name of ['theme', 'code-size', 'code-font', 'motion']) {
    const value = localStorage.getItem(`no-oops:${name}`)
    if (value) document.documentElement.setAttribute(`data-${name}`, value)
  }
} catch {}
