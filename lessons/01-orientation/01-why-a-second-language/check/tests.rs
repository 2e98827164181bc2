use super::*;

#[test]
fn the_watch_is_removed_before_the_worker_is_freed() {
    let log = log_of(&["binder:7"]);
    let removed = position(&log, "binder:7: watch removed");
    let freed = position(&log, "binder:7: worker freed");
    assert!(
        removed < freed,
        "the watch was still there when the worker was freed: {log:?}"
    );
}

#[test]
fn a_session_removes_one_watch_and_frees_one_worker() {
    assert_eq!(log_of(&["binder:7"]).len(), 2);
}

#[test]
fn each_session_frees_its_own_worker() {
    let log = log_of(&["binder:1", "kworker"]);
    assert!(position(&log, "binder:1: worker freed") < position(&log, "kworker: watch removed"));
    assert!(position(&log, "kworker: watch removed") < position(&log, "kworker: worker freed"));
}

fn log_of(names: &[&str]) -> Vec<String> {
    let mut log = Vec::new();
    for name in names {
        session(name, &mut log);
    }
    log
}

fn position(log: &[String], line: &str) -> usize {
    log.iter()
        .position(|l| l == line)
        .unwrap_or_else(|| panic!("the log does not say «{line}»: {log:?}"))
}
