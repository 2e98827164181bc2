/** Is asked for by code that does not run in a browser. */
export default {}
