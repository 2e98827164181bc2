import { loadForReader } from '../reader/load-for-reader.ts'
import { tellHeight } from './tell-height.ts'

/** What a page for frames does before somebody is seen to read it. */
tellHeight()
loadForReader('embed/for-reader')
