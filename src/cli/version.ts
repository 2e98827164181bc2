import manifest from '../../package.json' with { type: 'json' }

/** Of the command, which is that of the service made from the same source. */
export const { version } = manifest
