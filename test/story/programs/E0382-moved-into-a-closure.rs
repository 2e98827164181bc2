fn main() {
    let name = String::from("nvme0");
    let show = move || println!("{name}");
    show();
    println!("{name}");
}
