fn deeper(depth: u64) -> u64 {
    let here = [depth; 64];
    if depth == u64::MAX {
        return 0;
    }
    deeper(depth + 1) + std::hint::black_box(here)[7]
}

fn main() {
    println!("{}", deeper(1));
}
