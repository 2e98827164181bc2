fn total(pages: u32) -> u64 {
    let page = [pages as u64; 4096];
    if pages == 0 {
        return 0;
    }
    std::hint::black_box(&page)[9] + total(pages - 1)
}

fn main() {
    println!("{}", total(20));
    println!("{}", total(50_000));
}
