#[link(name = "crypto")]
unsafe extern "C" {
    fn RAND_bytes(buffer: *mut u8, length: i32) -> i32;
}

fn main() {
    let mut byte = 0;
    unsafe { RAND_bytes(&mut byte, 1) };
}
