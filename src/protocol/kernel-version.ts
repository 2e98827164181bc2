/** The Linux that the course is written for, quoted from and checked against. */
export const kernelVersion = '7.3.4'
