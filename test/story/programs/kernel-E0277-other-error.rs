use kernel::prelude::*;

struct Full;

fn push(queue: &mut KVec<u32>, value: u32) -> Result<(), Full> {
    if queue.len() == 16 {
        return Err(Full);
    }
    queue.push(value, GFP_KERNEL)?;
    Ok(())
}

pub fn fill(queue: &mut KVec<u32>) -> Result {
    push(queue, 1)?;
    Ok(())
}
