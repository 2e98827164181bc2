/** What each report has in one of its lines. */
export const mayHoldReport =
  /BUG:|WARNING:|Call Trace:|INFO:|Oops|panic|Internal error|divide error|general protection|unreferenced object/
