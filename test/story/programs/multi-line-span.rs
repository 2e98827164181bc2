fn pick(up: bool) -> u32 {
    match up {
        true => {
            let speed = 100;
            speed + 1
        }
        false => {
            let name = "down";
            name
        }
    }
}

fn longest(names: &[String]) -> &'static str {
    names
        .iter()
        .max_by_key(|name| name.len())
        .map(|name| name.as_str())
        .unwrap_or("")
}

fn main() {
    println!("{} {}", pick(true), longest(&[]));
}
