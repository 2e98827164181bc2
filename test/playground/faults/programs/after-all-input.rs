use std::io;

fn main() {
    let lines: Vec<String> = io::stdin().lines().map_while(Result::ok).collect();
    println!("{}", lines.get(8).expect("no ninth line"));
}
