fn main() {
    let register = 0x7fff_f000 as *const u32;
    println!("{}", unsafe { register.read_volatile() });
}
