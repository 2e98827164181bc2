// Hosts have one page for all addresses where nothing is; it holds what it is in other languages. Before other scripts see it.
document.addEventListener(
  'readystatechange',
  () => {
    const templates = [...document.querySelectorAll('template[data-below]')]
    const ours = templates.find(({ dataset }) => location.pathname.startsWith(dataset.below))
    if (!ours) return
    document.documentElement.lang = ours.lang
    document.title = ours.title
    document.body.replaceChildren(ours.content)
  },
  { once: true },
)
