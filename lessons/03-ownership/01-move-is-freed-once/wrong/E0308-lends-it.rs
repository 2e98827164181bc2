//! A mailbox for one message. A refused message is freed once.

/// A message to the other side.
struct Msg {
    text: String,
}

/// The mailbox is full.
struct Busy;

struct Mailbox {
    slot: Option<Box<Msg>>,
    refused: u32,
}

impl Mailbox {
    /// Puts `msg` into the mailbox.
    fn post(&mut self, msg: &Box<Msg>) -> Result<(), Busy> {
        if self.slot.is_some() {
            return Err(Busy);
        }
        self.slot = Some(msg);
        Ok(())
    }

    /// Sends `msg`, and counts refusals.
    fn send(&mut self, msg: Box<Msg>) -> Result<(), Box<Msg>> {
        if self.post(&msg).is_err() {
            self.refused += 1;
            return Err(msg);
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        let text = text.to_string();
        if let Err(msg) = self.send(Box::new(Msg { text })) {
            println!("refused: {}", msg.text);
        }
    }
}

fn main() {
    let mut mailbox = Mailbox {
        slot: None,
        refused: 0,
    };
    mailbox.say("link up");
    mailbox.say("link down");
    println!("{} refused", mailbox.refused);
}
