use super::*;
use std::cell::RefCell;
use std::rc::Rc;

#[test]
fn a_new_ring_is_empty() {
    let ring: Ring<u32, 3> = Ring::new();
    assert_eq!(ring.len(), 0);
    let ring: Ring<String, 1> = Ring::new();
    assert_eq!(ring.len(), 0);
}

#[test]
fn a_ring_takes_as_many_items_as_it_has_slots() {
    let mut ring: Ring<u32, 2> = Ring::new();
    assert_eq!(ring.push(7), Ok(()));
    assert_eq!(ring.push(8), Ok(()));
    assert_eq!(ring.push(9), Err(9));
    assert_eq!(ring.len(), 2);
}

#[test]
fn a_refused_item_comes_back_as_it_was() {
    let mut ring: Ring<Box<u32>, 1> = Ring::new();
    let first = Box::new(7);
    let second = Box::new(8);
    let address: *const u32 = &*second;
    assert!(ring.push(first).is_ok());
    match ring.push(second) {
        Ok(()) => panic!("the ring took two"),
        Err(back) => assert!(core::ptr::eq(&*back, address), "it is another box"),
    }
}

#[test]
fn the_oldest_item_comes_first() {
    let mut ring: Ring<u32, 3> = Ring::new();
    assert_eq!(ring.pop(), None);
    ring.push(1).unwrap();
    ring.push(2).unwrap();
    assert_eq!(ring.pop(), Some(1));
    assert_eq!(ring.pop(), Some(2));
    assert_eq!(ring.pop(), None);
    assert_eq!(ring.len(), 0);
}

#[test]
fn a_ring_goes_round() {
    let mut ring: Ring<u32, 3> = Ring::new();
    for item in 0..10 {
        ring.push(item).unwrap();
        ring.push(item + 100).unwrap();
        assert_eq!(ring.pop(), Some(item));
        assert_eq!(ring.pop(), Some(item + 100));
    }
}

#[test]
fn a_full_ring_gives_its_oldest_for_a_new_one() {
    let mut ring: Ring<u32, 2> = Ring::new();
    assert_eq!(ring.push_over(1), None);
    assert_eq!(ring.push_over(2), None);
    assert_eq!(ring.push_over(3), Some(1));
    assert_eq!(ring.push_over(4), Some(2));
    assert_eq!(ring.pop(), Some(3));
    assert_eq!(ring.len(), 1);
}

#[test]
fn items_can_be_looked_at_by_age() {
    let mut ring: Ring<u32, 3> = Ring::new();
    for item in 1..=5 {
        ring.push_over(item);
    }
    assert_eq!(ring.get(0), Some(&3));
    assert_eq!(ring.get(2), Some(&5));
    assert_eq!(ring.get(3), None);
    ring.pop();
    assert_eq!(ring.get(0), Some(&4));
    assert_eq!(ring.get(2), None);
    assert_eq!(ring.len(), 2);
}

#[test]
fn an_iterator_goes_from_old_to_new() {
    let mut ring: Ring<u32, 3> = Ring::new();
    for item in 1..=4 {
        ring.push_over(item);
    }
    let seen: Vec<u32> = ring.iter().copied().collect();
    assert_eq!(seen, [2, 3, 4]);
    assert_eq!(ring.iter().max(), Some(&4));
    assert_eq!(ring.len(), 3);
}

#[test]
fn what_is_not_kept_is_gone() {
    let mut ring: Ring<u32, 4> = Ring::new();
    for item in 1..=6 {
        ring.push_over(item);
    }
    let mut asked = 0;
    ring.retain(|item| {
        asked += 1;
        item % 2 == 0
    });
    assert_eq!(asked, 4, "each item is asked for once");
    assert_eq!(ring.pop(), Some(4));
    assert_eq!(ring.pop(), Some(6));
    assert_eq!(ring.pop(), None);
}

struct Noted(u32, Rc<RefCell<Vec<u32>>>);

impl Drop for Noted {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

#[test]
fn each_item_is_dropped_once() {
    let dropped = Rc::new(RefCell::new(Vec::new()));
    let mut ring: Ring<Noted, 3> = Ring::new();
    for item in 1..=4 {
        drop(ring.push_over(Noted(item, dropped.clone())));
    }
    assert_eq!(*dropped.borrow(), [1]);
    ring.retain(|noted| noted.0 != 3);
    assert_eq!(*dropped.borrow(), [1, 3]);
    drop(ring);
    dropped.borrow_mut().sort();
    assert_eq!(*dropped.borrow(), [1, 2, 3, 4]);
}
