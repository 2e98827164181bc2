#![recursion_limit = "4294967295"]

macro_rules! again {
    ($n:expr) => { again!(($n + 1)) };
}

fn main() {
    again!(0);
}
