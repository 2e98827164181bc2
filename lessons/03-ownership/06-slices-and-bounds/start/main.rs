//! Sets a filter on notifications: which types, and which bits.

const TYPES: u32 = 64;

/// What user space asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Spec {
    kind: u32,
    mask: u32,
}

struct Filter {
    kinds: [bool; TYPES as usize], //@ look
    specs: Vec<Spec>,
}

/// Types that we do not know are ignored.
fn set_filter(wanted: &[Spec]) -> Filter {
    let mut nr = 0;
    for spec in wanted {
        if spec.kind < TYPES { //@ look
            nr += 1;
        }
    }

    let mut kinds = [false; TYPES as usize];
    let mut specs = vec![Spec::default(); nr];
    let mut next = 0;
    for spec in wanted {
        if spec.kind >= 8 * TYPES { //@ look
            continue;
        }
        kinds[spec.kind as usize] = true; //@ look
        specs[next] = *spec; //@ look
        next += 1;
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
