fn read_register(offset: usize) -> u32 {
    offset
}

fn main() {
    let value: u8 = read_register(4);
    println!("{value}");
}
