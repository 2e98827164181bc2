/** What the command `no-oops` finds in the environment of a workspace: base URLs without a slash at the end. */
export interface CourseAddresses {
  NO_OOPS_SERVICE: string
  NO_OOPS_SITE: string
}
