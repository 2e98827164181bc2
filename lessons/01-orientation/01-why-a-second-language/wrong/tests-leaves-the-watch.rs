//! A poller watches a worker of the driver, and the worker exits.

/// Where pollers wait.
struct WaitQueue {
    name: String,
}

/// One for each thread that talks to the driver.
struct Worker {
    wait: WaitQueue,
}

fn new_worker(name: &str) -> Box<Worker> {
    let name = name.to_string();
    Box::new(Worker {
        wait: WaitQueue { name },
    })
}

fn watch_add(worker: &Worker) -> &WaitQueue {
    &worker.wait
}

fn watch_remove(watch: &WaitQueue, log: &mut Vec<String>) {
    log.push(format!("{}: watch removed", watch.name));
}

fn worker_exit(worker: Box<Worker>, log: &mut Vec<String>) {
    log.push(format!("{}: worker freed", worker.wait.name));
    drop(worker);
}

/// One worker's life; the log says what happened in which order.
fn session(name: &str, log: &mut Vec<String>) {
    let worker = new_worker(name);

    let _watch = watch_add(&worker);
    worker_exit(worker, log);
}

fn main() {
    let mut log = Vec::new();
    session("binder:7", &mut log);
    println!("{}", log.join("\n"));
}
