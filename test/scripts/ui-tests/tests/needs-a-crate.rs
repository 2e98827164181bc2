//@ aux-build: bus.rs
extern crate bus;

fn main() {}
