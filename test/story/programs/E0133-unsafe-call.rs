unsafe fn read_raw(at: *const u32) -> u32 {
    unsafe { *at }
}

fn main() {
    let value = 1;
    println!("{}", read_raw(&value));
}
