use super::*;

#[test]
fn known_types_are_marked_and_kept_in_their_order() {
    let wanted = [spec(63, 1), spec(0, 2), spec(7, 3), spec(0, 4)];
    let filter = set_filter(&wanted);
    assert_eq!(filter.specs, wanted);
    assert_eq!(marked(&filter), [0, 7, 63]);
}

#[test]
fn a_type_that_nobody_knows_is_ignored_wherever_it_stands() {
    let wanted = [
        spec(64, 1),
        spec(3, 2),
        spec(100, 3),
        spec(511, 4),
        spec(5, 5),
        spec(512, 6),
        spec(u32::MAX, 7),
    ];
    let filter = set_filter(&wanted);
    assert_eq!(filter.specs, [spec(3, 2), spec(5, 5)]);
    assert_eq!(marked(&filter), [3, 5]);
}

#[test]
fn whatever_the_type_set_filter_does_not_panic() {
    for kind in 0..=1024 {
        let filter = set_filter(&[spec(kind, 1)]);
        let known = usize::from(kind < TYPES);
        assert_eq!(filter.specs.len(), known, "type {kind}");
        assert_eq!(marked(&filter).len(), known, "type {kind}");
    }
}

#[test]
fn a_filter_of_nothing_is_empty() {
    let filter = set_filter(&[]);
    assert!(filter.specs.is_empty());
    assert!(marked(&filter).is_empty());
}

fn spec(kind: u32, mask: u32) -> Spec {
    Spec { kind, mask }
}

fn marked(filter: &Filter) -> Vec<usize> {
    let kinds = filter.kinds.iter().enumerate();
    kinds.filter(|(_, known)| **known).map(|(i, _)| i).collect()
}
