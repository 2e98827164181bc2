import { t } from '#i18n/t.ts'
import type { Fix } from '#protocol/diagnostic.ts'

/** Warns of what a fix that compiles may teach wrongly; undefined where it is a good fix. The reader is asked before it is made. */
export function cautionOf(fix: Pick<Fix, 'edits' | 'title'>): string | undefined {
  const added = fix.edits.map(({ text }) => text).join('\n')
  return cautions.find(([sign]) => sign.test(added))?.[1]()
}

const cautions: [RegExp, () => string][] = [
  [
    /\.clone\(\)|\.cloned\(\)|\.to_owned\(\)|\.to_vec\(\)|derive\(.*Clone/,
    () =>
      t(
        'This compiles, and makes a second object: two copies that no longer agree, and in the kernel an allocation that can fail. Ask first who should own the value. Cloning an Arc or an ARef is another matter: it takes a reference.',
      ),
  ],
  [
    /'static/,
    () =>
      t(
        'This compiles once every caller has data that lives for ever, such as a constant. It does not make what you point at live longer; a driver’s data ends with the driver.',
      ),
  ],
  [
    /unsafe\s+impl/,
    () =>
      t(
        'This compiles, because you vouch for it. rustc no longer checks what it just found: name what makes it sound in a SAFETY comment, or put the field behind a lock.',
      ),
  ],
  [
    /unsafe\s*\{|unsafe\s+fn/,
    () =>
      t(
        'This compiles, because you vouch for it. Say in a SAFETY comment what the callee asks for and why it holds here.',
      ),
  ],
  [
    /\.unwrap\(\)|\.expect\(|panic!|todo!|unimplemented!/,
    () =>
      t(
        'This compiles, and panics where the value does not fit. A panic in the kernel takes the machine down: hand the error on with `?`, or choose a value.',
      ),
  ],
  [/mem::forget|Box::leak|\.leak\(\)/, () => t('This compiles, and leaks: nothing ever frees the memory.')],
  [
    /\bas (u8|u16|u32|u64|usize|i8|i16|i32|i64|isize)\b/,
    () => t('This compiles, and cuts off what does not fit, as a C cast does. `try_into()` says so instead.'),
  ],
]
