//! A bounded ring, generic over what is in it and over its size.

struct Ring<T, const N: usize> {
    slots: [Option<T>; N],
    first: usize,
    len: usize,
}

impl<T, const N: usize> Ring<T, N> {
    /// An empty ring. A ring without slots does not build.
    const fn new() -> Self {
        const { assert!(N > 0) };
        Ring {
            slots: [const { None }; N],
            first: 0,
            len: 0,
        }
    }

    const fn len(&self) -> usize {
        self.len
    }

    /// Takes the item over, or gives it back if the ring is full.
    fn push(&mut self, item: T) -> Result<(), T> {
        if self.len == N {
            return Err(item);
        }
        let slot = (self.first + self.len) % N;
        self.slots[slot] = Some(item);
        self.len += 1;
        Ok(())
    }

    /// The oldest item.
    fn pop(&mut self) -> Option<T> {
        let item = self.slots[self.first].take()?;
        self.first = (self.first + 1) % N;
        self.len -= 1;
        Some(item)
    }

    /// Takes the item over in any case. A full ring gives its oldest item for it.
    fn push_over(&mut self, item: T) -> Option<T> {
        match self.push(item) {
            Ok(()) => None,
            Err(item) => {
                let old = self.pop();
                let _ = self.push(item);
                old
            }
        }
    }

    /// A look at an item; 0 is the oldest.
    fn get(&self, index: usize) -> Option<&T> {
        if index >= self.len {
            return None;
        }
        self.slots[(self.first + index) % N].as_ref()
    }

    /// All items, from the oldest to the newest.
    fn iter(&self) -> impl Iterator<Item = &T> {
        (0..self.len).filter_map(|index| self.get(index))
    }

    /// Keeps the items for which `keep` is true, in their order, and drops the others.
    fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        for _ in 0..self.len {
            if let Some(item) = self.pop() {
                if keep(&item) {
                    let _ = self.push(item);
                }
            }
        }
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
