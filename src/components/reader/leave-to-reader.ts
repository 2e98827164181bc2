import type { ClientDirective } from 'astro'

/** Does nothing with a part of a page that is marked `client:reader`: `wakeIslands` brings it to life, without Astro’s scripts. */
const leaveToReader: ClientDirective = () => {}

export default leaveToReader
