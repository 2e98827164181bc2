//! Two types of one name, and two functions.

use kernel::prelude::*;

#[derive(Clone, Copy)]
struct Minor(u32);

#[derive(Clone, Copy)]
struct Minor {
    number: u32,
}

struct Pair;

#[derive(Clone)]
struct Third(u32);

impl Clone for Third {
    fn clone(&self) -> Self {
        Third(self.0)
    }
}

impl Pair {
    fn sum(&self) -> u32 {
        3
    }
}

impl Pair {
    fn sum(&self) -> u32 {
        4
    }
}

fn use_all(pair: Pair) -> u32 {
    pair.sum()
}
