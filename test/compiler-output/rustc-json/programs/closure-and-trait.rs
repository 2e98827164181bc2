trait Driver {
    fn probe(&mut self) -> Result<(), i32>;
    fn remove(&mut self);
}

struct Demo;

impl Driver for Demo {
    fn probe(&self) -> Result<(), i32> {
        Ok(())
    }
}

fn main() {}
