#![cold]

fn main() {}
