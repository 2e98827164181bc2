//! Sessions in pairs: closing one closes its other end too.

struct Session {
    id: u32,
    expired: bool,
    /// The other end, if there is one.
    peer: Option<u32>,
}

#[derive(Default)]
struct Sessions {
    open: Vec<Session>,
    /// What was closed, in order.
    closed: Vec<u32>,
}

impl Sessions {
    /// Closes a session and its other end.
    fn close(&mut self, id: u32) {
        let Some(session) = self.remove(id) else {
            return;
        };
        if let Some(peer) = session.peer {
            self.remove(peer);
        }
    }

    fn remove(&mut self, id: u32) -> Option<Session> {
        let at = self.open.iter().position(|s| s.id == id)?;
        self.closed.push(id);
        Some(self.open.remove(at))
    }

    fn expire_all(&mut self) {
        while let Some(session) = self.open.iter().find(|s| s.expired) {
            self.close(session.id);
        }
    }
}

fn main() {
    let mut sessions = Sessions::default();
    for (id, peer, expired) in [(1, 2, true), (2, 1, false)] {
        let peer = Some(peer);
        sessions.open.push(Session { id, expired, peer });
    }
    sessions.expire_all();
    println!("closed: {:?}", sessions.closed);
}
