//! A bounded ring, generic over what is in it and over its size.

struct Ring<T, const N: usize> {
    slots: [Option<T>; N],
    first: usize,
    len: usize,
}

impl<T, const N: usize> Ring<T, N> {
    /// An empty ring. A ring without slots does not build.
    const fn new() -> Self {
        todo!()
    }

    const fn len(&self) -> usize {
        todo!()
    }

    /// Takes the item over, or gives it back if the ring is full.
    fn push(&mut self, item: T) -> Result<(), T> {
        todo!()
    }

    /// The oldest item.
    fn pop(&mut self) -> Option<T> {
        todo!()
    }

    /// Takes the item over in any case. A full ring gives its oldest item for it.
    fn push_over(&mut self, item: T) -> Option<T> {
        todo!()
    }

    /// A look at an item; 0 is the oldest.
    fn get(&self, index: usize) -> Option<&T> {
        todo!()
    }

    /// All items, from the oldest to the newest.
    fn iter(&self) -> impl Iterator<Item = &T> {
        core::iter::empty() // gives nothing: write it
    }

    /// Keeps the items for which `keep` is true, in their order, and drops the others.
    fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        todo!()
    }
}

fn main() {
    let mut events: Ring<u32, 4> = Ring::new();
    for event in 0..6 {
        if let Some(lost) = events.push_over(event) {
            println!("lost event {lost}");
        }
    }
    println!("third: {:?}", events.get(2));
    println!("refused: {:?}", events.push(9));

    events.retain(|&event| event > 2);
    let sum: u32 = events.iter().sum();
    println!("{} events, {sum} in all", events.len());
    println!("oldest: {:?}", events.pop());
}
