/** The question or task that is asked again, as in `?revisit=question-2`: its answer from before is not shown. */
export const revisited = new URLSearchParams(location.search).get('revisit')
