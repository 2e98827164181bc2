import type { RustcOwnTexts } from './explain-codes.ts'
import type { Proof } from './proof.ts'
import type { VerifyContext } from './verify-lesson.ts'

/** What a course is proven with. */
export interface CourseVerifyContext extends Omit<VerifyContext, 'pages' | 'glossary'> {
  rustc: RustcOwnTexts
}

/** Which part of which course is to be proven. */
export interface CourseToVerify {
  /** Folder of the lessons. */
  folder: string
  /** Beginnings of lesson folders and of error codes, such as `03-ownership/02` and `errors/E0505`; none is all. */
  only: string[]
  /** Writes what is recorded instead of comparing it. */
  record: boolean
}

/** A part of the course that is proven by itself: a lesson, the text of an error code, or rustc's own texts. */
export interface Unit {
  /** By which it is chosen and reported. */
  name: string
  verify(): Promise<Proof[]>
}

/** What units are made from. */
export interface UnitsToMake {
  context: CourseVerifyContext & VerifyContext
  course: CourseToVerify
  /** Path below the folder of lessons → text. */
  files: Record<string, string>
}
