use kernel::prelude::*;
use kernel::sync::{new_mutex, Arc, Mutex};

struct Registers(*mut u32);

struct Port {
    registers: Registers,
}

#[pin_data]
struct Board {
    #[pin]
    port: Mutex<Port>,
}

fn share<T: Send + Sync>(what: Arc<T>) -> Arc<T> {
    what
}

pub fn start(port: Port) -> Result<Arc<Board>> {
    let board = Arc::pin_init(pin_init!(Board { port <- new_mutex!(port) }), GFP_KERNEL)?;
    Ok(share(board))
}
