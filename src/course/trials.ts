/** What refuses a program that compiles: the lesson's tests, `check/boot.sh`, or that its code is larger than it may be. */
export const trials = ['tests', 'boot', 'budget']
