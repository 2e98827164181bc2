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
    fn post(&mut self, msg: Box<Msg>) -> Result<(), Busy> { //@ take
        if self.slot.is_some() {
            drop(msg); //@ first
            return Err(Busy);
        }
        self.slot = Some(msg);
        Ok(())
    }

    /// Sends `msg`, and counts refusals.
    fn send(&mut self, msg: Box<Msg>) -> Result<(), Box<Msg>> { //@ back
        if self.post(msg).is_err() { //@ move
            self.refused += 1;
            return Err(msg); //@ give
        }
        Ok(())
    }

    fn say(&mut self, text: &str) {
        let text = text.to_string();
        if let Err(msg) = self.send(Box::new(Msg { text })) { //@ second
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
