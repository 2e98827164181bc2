//! The arithmetic of a page allocator and of a checksum.

fn is_pow2(n: u32) -> bool {
    todo!()
}

fn align_up(size: u32, step: u32) -> u32 {
    todo!()
}

fn order_of(pages: u32) -> u32 {
    todo!()
}

fn fold(sum: u32) -> u16 {
    todo!()
}

fn main() {
    println!("is_pow2(4096): {}", is_pow2(4096));
    println!("align_up(5000, 4096): {}", align_up(5000, 4096));
    println!("order_of(5): {}", order_of(5));
    println!("fold(0x2fffe): {:#x}", fold(0x2fffe));
}
