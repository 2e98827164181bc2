// For pages that show pages of No Oops in frames: gives each frame the height of what it shows.
;(() => {
  const site = new URL('.', document.currentScript.src)
  const findFrames = () =>
    [...document.querySelectorAll('iframe')].filter(
      ({ src }) => src.startsWith(site.href) && /^(\w\w\/)?embed\//.test(src.slice(site.href.length)),
    )
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== site.origin || data?.type !== 'no-oops:height') return
    if (!(data.height > 0 && data.height < 10_000)) return
    const frame = findFrames().find(({ contentWindow }) => contentWindow === source)
    if (frame) frame.style.height = `${data.height + frame.offsetHeight - frame.clientHeight}px`
  })
  // Those that were there first have told theirs already.
  for (const { contentWindow } of findFrames())
    contentWindow.postMessage({ type: 'no-oops:tell-height' }, site.origin)
})()
