use super::*;

fn for_two_threads<T: Send + Sync>(value: T) -> T {
    value
}

#[test]
fn what_is_shared_may_be_used_by_two_threads() {
    let runtime = for_two_threads(open());
    assert_eq!(playback(&runtime), Ok(PERIODS));
}

#[test]
fn playing_without_a_buffer_is_a_bad_state() {
    let runtime = open();
    hw_free(&runtime);
    assert_eq!(playback(&runtime), Err(Errno::Ebadfd));
    start(&runtime);
}

#[test]
fn the_buffer_may_be_freed_while_work_is_queued() {
    let runtime = open();
    let queued = runtime.clone();
    hw_free(&runtime);
    drop(runtime);
    assert_eq!(playback(&queued), Err(Errno::Ebadfd));
}

#[test]
fn a_new_buffer_takes_the_place_of_the_old() {
    let runtime = open();
    assert_eq!(hw_params(&runtime, 3), Ok(PERIODS));
    assert_eq!(playback(&runtime), Ok(3));
    assert_eq!(hw_params(&runtime, 64), Ok(3));
    assert_eq!(playback(&runtime), Ok(64));
}

#[test]
fn a_buffer_can_come_back_after_it_was_freed() {
    let runtime = open();
    hw_free(&runtime);
    assert_eq!(hw_params(&runtime, 2), Ok(0));
    assert_eq!(playback(&runtime), Ok(2));
}

#[test]
fn a_number_that_is_not_valid_leaves_the_old_buffer() {
    let runtime = open();
    assert_eq!(hw_params(&runtime, 0), Err(Errno::Einval));
    assert_eq!(hw_params(&runtime, 65), Err(Errno::Einval));
    assert_eq!(playback(&runtime), Ok(PERIODS));
}
