use super::*;

#[test]
fn powers_of_two_are_found() {
    assert!(is_pow2(1));
    assert!(is_pow2(4096));
    assert!(is_pow2(0x8000_0000));
    assert!(!is_pow2(12));
}

#[test]
fn zero_is_no_power_of_two() {
    assert!(!is_pow2(0));
}

#[test]
fn a_size_is_rounded_up_to_its_step() {
    assert_eq!(align_up(1, 4096), 4096);
    assert_eq!(align_up(5000, 4096), 8192);
}

#[test]
fn a_size_that_fits_stays() {
    assert_eq!(align_up(0, 4096), 0);
    assert_eq!(align_up(8192, 4096), 8192);
}

#[test]
fn the_order_is_the_smallest_that_holds_the_pages() {
    assert_eq!(order_of(1), 0);
    assert_eq!(order_of(2), 1);
    assert_eq!(order_of(5), 3);
    assert_eq!(order_of(1024), 10);
}

#[test]
fn a_sum_is_folded_until_it_has_16_bits() {
    assert_eq!(fold(0x1234), !0x1234);
    assert_eq!(fold(0x51234), !0x1239);
    assert_eq!(fold(0x2fffe), !0x0001);
    assert_eq!(fold(0), !0);
}

#[test]
fn a_checksum_of_0_is_sent_as_all_ones() {
    assert_eq!(fold(0xffff), 0xffff);
    assert_eq!(fold(0x2fffd), 0xffff);
    assert_eq!(fold(0xffff_ffff), 0xffff);
}
