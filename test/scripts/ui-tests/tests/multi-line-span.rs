fn size(is_wide: bool) -> u8 {
    if is_wide {
        64
    } else {
        log( //~ ERROR `if` and `else` have incompatible types
            "narrow",
            1, //~ ERROR mismatched types
        )
    };
    match is_wide {
        true => (), //~ ERROR mismatched types
        false => 0,
    }
}

fn log(_: &str, _: &str) {}

fn count(bytes: &mut Vec<u8>) -> impl FnMut() + '_ {
    let first = &bytes[0]; move || { //~ ERROR cannot move out of `bytes` because it is borrowed
        bytes.push(*first);
    }
}

fn main() {}
