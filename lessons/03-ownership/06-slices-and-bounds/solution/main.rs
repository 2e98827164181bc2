//! Sets a filter on notifications: which types, and which bits.

const TYPES: u32 = 64;

/// What user space asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spec {
    kind: u32,
    mask: u32,
}

struct Filter {
    kinds: [bool; TYPES as usize],
    specs: Vec<Spec>,
}

/// Types that we do not know are ignored.
fn set_filter(wanted: &[Spec]) -> Filter {
    let mut kinds = [false; TYPES as usize];
    let mut specs = Vec::new();
    for spec in wanted {
        let Some(known) = kinds.get_mut(spec.kind as usize) else {
            continue;
        };
        *known = true;
        specs.push(*spec);
    }

    Filter { kinds, specs }
}

fn main() {
    let wanted = [(0, 0xff), (100, 0xff), (1, 0x0f), (101, 0xff)];
    let wanted = wanted.map(|(kind, mask)| Spec { kind, mask });
    let filter = set_filter(&wanted);
    let kinds = filter.kinds.iter().filter(|known| **known).count();
    println!("{kinds} types");
    for spec in filter.specs {
        println!("type {}, mask {:#x}", spec.kind, spec.mask);
    }
}
