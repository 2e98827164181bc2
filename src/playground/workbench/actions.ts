/** Something that the reader can have done, by a button or an entry of a menu. */
export interface Action {
  id: string
  title: string
  /** What it does, or which key does it too; shown when it is pointed at. */
  about?: string
  callback(): void
  /** It is being done. */
  isBusy?: boolean
  /** Of what can be on or off: whether it is on. */
  isOn?: boolean
  look?: 'primary'
  /** Stands for the title on the button. */
  sign?: string
}

/** What the bar of a workbench offers. */
export interface BarActions {
  /** The first is what the button does; where there are more, a menu has all of them. */
  run: Action[]
  isRunning: boolean
  stop(): void
  /** Buttons beside «Run», such as «Check». */
  buttons: Action[]
  /** The entries of the menu at the end, in groups. */
  menu: Action[][]
}
