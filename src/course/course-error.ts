/** An author's mistake in `lessons/`: names the file and the next step. */
export class CourseError extends Error {
  override name = 'CourseError'
}
