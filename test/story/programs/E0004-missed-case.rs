enum Link {
    Up,
    Down,
    Testing,
}

fn carrier(link: Link) -> bool {
    match link {
        Link::Up => true,
        Link::Down => false,
    }
}

fn main() {
    println!("{} {}", carrier(Link::Up), carrier(Link::Testing));
}
