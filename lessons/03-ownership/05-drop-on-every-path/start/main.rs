//! Probes an infrared receiver: power, FIFO, identity.

use std::cell::RefCell;

const IR_ID: u32 = 0x888;

#[derive(Debug, PartialEq)]
enum Error {
    NoMemory,
    NoDevice,
}

/// The chip, and what was done to it so far.
struct Chip {
    id: u32,
    fifo_fits: bool,
    log: RefCell<Vec<&'static str>>,
}

impl Chip {
    fn note(&self, done: &'static str) {
        self.log.borrow_mut().push(done);
    }
}

/// The chip is on as long as this lives.
struct Power<'a>(&'a Chip);

impl<'a> Power<'a> {
    fn on(chip: &'a Chip) -> Self {
        chip.note("power on");
        Power(chip)
    }
}

impl Drop for Power<'_> {
    fn drop(&mut self) {
        self.0.note("power off");
    }
}

/// The FIFO of the chip.
struct Fifo<'a>(&'a Chip);

impl<'a> Fifo<'a> {
    fn alloc(chip: &'a Chip) -> Result<Self, Error> {
        if !chip.fifo_fits {
            return Err(Error::NoMemory);
        }
        chip.note("fifo alloc");
        Ok(Fifo(chip))
    }

    fn free(&mut self) {
        self.0.note("fifo free");
    }
}

/// What the driver keeps; unbinding the device drops it.
struct State<'a> {
    _power: Power<'a>, //@ order
    _fifo: Fifo<'a>, //@ order
}

fn probe(chip: &Chip) -> Result<State<'_>, Error> {
    let mut power = Power::on(chip);
    let mut fifo = match Fifo::alloc(chip) {
        Ok(fifo) => fifo,
        Err(error) => {
            power.drop(); //@ undo
            return Err(error);
        }
    };
    if chip.id != IR_ID {
        fifo.free(); //@ last-path
        return Err(Error::NoDevice); //@ last-path
    }
    Ok(State {
        _power: power,
        _fifo: fifo,
    })
}

fn main() {
    let chips = [(IR_ID, true), (0x850, true), (IR_ID, false)];
    for (id, fifo_fits) in chips {
        let log = RefCell::default();
        let chip = Chip { id, fifo_fits, log };
        let error = probe(&chip).err();
        let done = chip.log.borrow().join(", ");
        println!("{error:?}: {done}");
    }
}
