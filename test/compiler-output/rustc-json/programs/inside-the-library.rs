const IN_NULL_PAGE: bool = {
    let number = 15;
    (&number as *const i32).wrapping_sub(512).is_null()
};

fn main() {
    println!("{IN_NULL_PAGE}");
}
