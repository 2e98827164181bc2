use super::*;

#[test]
fn an_expired_session_is_closed_with_its_other_end_and_no_other_is() {
    let sessions = expire(&[
        (4, false, None),
        (1, true, Some(2)),
        (2, false, Some(1)),
        (3, false, Some(99)),
    ]);
    assert_eq!(open(&sessions), [4, 3]);
    assert_eq!(closed(&sessions), [1, 2]);
}

#[test]
fn the_other_end_may_come_first_or_be_gone() {
    let sessions = expire(&[(5, false, Some(6)), (6, true, Some(5)), (7, true, Some(99))]);
    assert_eq!(open(&sessions), []);
    assert_eq!(closed(&sessions), [5, 6, 7]);
}

#[test]
fn no_expired_session_is_passed_over() {
    let sessions = expire(&[(1, true, None), (2, true, None), (3, true, None)]);
    assert_eq!(open(&sessions), []);
    assert_eq!(closed(&sessions), [1, 2, 3]);
}

#[test]
fn a_pair_that_expired_together_is_closed_once() {
    let sessions = expire(&[(8, true, Some(9)), (9, true, Some(8))]);
    assert_eq!(closed(&sessions), [8, 9]);
}

fn expire(given: &[(u32, bool, Option<u32>)]) -> Sessions {
    let mut sessions = Sessions::default();
    for &(id, expired, peer) in given {
        sessions.open.push(Session { id, expired, peer });
    }
    sessions.expire_all();
    sessions
}

fn open(sessions: &Sessions) -> Vec<u32> {
    sessions.open.iter().map(|s| s.id).collect()
}

/// The ids that were closed, in ascending order; the same one twice if it was closed twice.
fn closed(sessions: &Sessions) -> Vec<u32> {
    let mut ids = sessions.closed.clone();
    ids.sort_unstable();
    ids
}
