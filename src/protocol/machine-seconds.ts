/** Seconds that a booted kernel may take from when it is given the driver. */
export const machineSeconds = 15
