fn main() {
    let queue = vec![String::from("a")];
    let first = queue[0];
    println!("{first}");
}
