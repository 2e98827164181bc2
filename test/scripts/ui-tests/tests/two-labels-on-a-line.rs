fn exchange(_: &mut Vec<u8>, _: &mut Vec<u8>) {}

fn main() {
    let mut ring = vec![1u8];
    exchange(&mut ring, &mut ring);
    //~^ ERROR cannot borrow `ring` as mutable more than once at a time
    //~| NOTE first mutable borrow occurs here
    //~| NOTE second mutable borrow occurs here
    //~| NOTE first borrow later used by call
}
