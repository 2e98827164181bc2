//! The arithmetic of a page allocator and of a checksum.

fn is_pow2(n: u32) -> bool {
    n != 0 && n & (n - 1) == 0
}

fn align_up(size: u32, step: u32) -> u32 {
    let mask = step - 1;
    (size + mask) & !mask
}

fn order_of(pages: u32) -> u32 {
    let mut order = 0;
    while 1 << order < pages {
        order += 1;
    }
    order
}

fn fold(mut sum: u32) -> u16 {
    while sum >> 16 != 0 {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    if sum != 0xffff {
        !(sum as u16)
    } else {
        0xffff
    }
}

fn main() {
    println!("is_pow2(4096): {}", is_pow2(4096));
    println!("align_up(5000, 4096): {}", align_up(5000, 4096));
    println!("order_of(5): {}", order_of(5));
    println!("fold(0x2fffe): {:#x}", fold(0x2fffe));
}
