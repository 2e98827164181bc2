fn main() {
    let call: fn(u8) -> u8 = unsafe { std::mem::transmute(54_321usize) };
    println!("{}", call(1));
}
