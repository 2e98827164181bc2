fn firmware() -> &'static [u8] {
    let image = vec![1, 2, 3];
    &image[..]
}

fn main() {
    println!("{}", firmware().len());
}
