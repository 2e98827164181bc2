fn main() {
    let unused = 3;
    let mut never = 4;
    println!("{never}");
}
