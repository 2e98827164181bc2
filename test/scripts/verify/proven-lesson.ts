import { folder, head, kernelChanges, lessonFiles } from '../../course/lesson-files.ts'

/** A lesson that keeps all its promises to the fake workshop; `changes` break some, by path below its folder. */
export function provenLesson(changes: Record<string, string> = {}): Record<string, string> {
  const files = { ...kept, ...changes }
  return lessonFiles(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])),
  )
}

/** The same, of target kernel. */
export function provenKernelLesson(changes: Record<string, string> = {}): Record<string, string> {
  const files = { ...keptByKernel, ...changes }
  const renamed = Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])
  return lessonFiles({ ...kernelChanges(), ...Object.fromEntries(renamed) })
}

/** Its text with something changed; fails if there is nothing to change. */
export function changed(from: string, to: string, text = mdx): string {
  if (!text.includes(from)) throw new Error(`the text has no «${from}»`)
  return text.replace(from, to)
}

const fence = '```'
const mdx = `${head.replace('rules:', 'sources: [mm/slub.c#L2-L3]\nrules:')}
${'The opening says what the duty is. '.repeat(25)}

<Pair />

${'The text goes on and names [the home page](/). '.repeat(20)}

<Predict>

What follows is the reason.

${fence}rust
let a = 1;
${fence}

</Predict>

<Source of="mm/slub.c#L2-L3" />

${fence}rust fails=E0382
// error E0382
${fence}

${fence}c quote=mm/slub.c#L2-L4
line 2
line 3
${fence}
`

const kept = {
  'lesson.mdx': mdx,
  'c/driver.c': 'kfree(buf); //@ end\n',
  'start/main.rs': '// error E0505\nfn main() {} //@ end\n',
  'solution/main.rs': '// lint clippy::panic\nfn main() {}\n',
  'check/tests.rs': '#[test]\nfn holds() {}\n#[test]\nfn frees() {}\n',
  'wrong/E0382-too-late.rs': '// error E0382\n',
  'wrong/tests-leaks.rs': '// fails frees\n',
  'wrong/no-unsafe-pointer.rs': '// lint unsafe_code\n',
  'hints.yaml':
    'first: { E0505: a, E0382: b, no-unsafe: c, tests: d, arithmetic_overflow: e, otherwise: e }\nsecond: a\nthird: b\nsolution: c\n',
  'notes.md':
    'Twenty minutes. People get stuck at the drop. Ask them who frees the buffer, and when, and who else looks at it.\n',
}

/** The text of the kernel lesson. */
export const kernelText = `${changed('target: userspace', 'target: kernel\ncrash: kasan')}
${fence}rust kernel
pr_info!("loaded");
${fence}

${fence}c driver
int loaded;
${fence}

${fence}console recorded
# insmod driver.ko
[    0.900000] freed at 0x9f00
…
# rmmod driver
${fence}
`

const keptByKernel = {
  'lesson.mdx': kernelText,
  'c/driver.c': '// reports kasan\n// prints freed\nkfree(buf); //@ end\n',
  'boot.sh': 'insmod driver.ko\n# Twice.\nrmmod driver\n',
  'check/boot.sh': 'insmod driver.ko\n#= loaded\n',
  'start/driver.rs': '// error E0505\nfn init() {} //@ end\n',
  'solution/driver.rs': '// lint clippy::panic\n// prints loaded\nfn init() {}\n',
  'wrong/E0382-too-late.rs': '// error E0382\n',
  'wrong/boot-says-nothing.rs': 'fn init() {}\n',
  'wrong/boot-hangs.rs': '// hangs\n',
  'wrong/boot-crashes.rs': '// prints loaded\n// reports oops driver.rs\n',
  'wrong/no-code-macro.rs': '// error -\n',
  'wrong/no-unsafe-pointer.rs': '// lint unsafe_code\n',
  'hints.yaml':
    'first: { E0505: a, E0382: b, no-unsafe: c, boot: d, no-code: e, otherwise: e }\nsecond: a\nthird: b\nsolution: c\n',
  'notes.md': kept['notes.md'],
}
