#![recursion_limit = "4294967295"]

struct Pair<A, B>(A, B);

fn grow<T: Copy>(value: T, depth: u64) -> u64 {
    if depth == 0 { 0 } else { grow((value, value), depth - 1) + grow([value; 2], depth - 1) }
}

fn main() {
    println!("{}", grow(0u8, 100));
}
