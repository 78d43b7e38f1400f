const MARK = 'fotfeste.reloadedFor'

/**
 * A page that was open while a new version was installed asks for files that are gone. It is then fetched anew, once for
 * each address and minute, so that a file which is truly missing does not make it go round; forms keep their drafts.
 */
export function reloadWhenReplaced(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const mark = `${location.pathname} ${Math.floor(Date.now() / 60_000)}`
    if (sessionStorage.getItem(MARK) === mark) return
    sessionStorage.setItem(MARK, mark)
    event.preventDefault()
    location.reload()
  })
}
