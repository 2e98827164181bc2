/** Lays out the code below the window once the page has loaded, piece by piece when there is nothing else to do. */
export function layOutCode() {
  addEventListener('load', layOutNext)
}

function layOutNext() {
  const next = document.querySelector('.code:not(.laid-out)')
  if (!next) return
  const later = window.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 50))
  later(() => {
    next.classList.add('laid-out')
    layOutNext()
  })
}
