//! Work on many items with all cores, results in the order of the items. A few results wait for
//! their turn at most, so memory does not grow with the number of items.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::thread;

/// Results that may wait for their turn, for each core.
const AHEAD: usize = 16;
/// Stack of a worker: as much as the main thread has.
const STACK: usize = 8 << 20;

/// Runs `work` on each item and gives the results to `take` in order, until that breaks. A single
/// item is done on this thread.
pub(crate) fn ordered<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    let turn = Turn::new(cores * AHEAD);
    let next = AtomicUsize::new(0);
    let worker = |results: mpsc::Sender<(usize, R)>| {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return };
            if !turn.wait_for(index) || results.send((index, work(item))).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let (sender, results) = mpsc::channel();
        let spawn = |sender: mpsc::Sender<_>| {
            let worker = &worker;
            let thread = thread::Builder::new().stack_size(STACK);
            thread.spawn_scoped(scope, move || worker(sender)).is_ok()
        };
        let started = cores > 1 && (0..cores).filter(|_| spawn(sender.clone())).count() > 0;
        drop(sender);
        if started {
            in_turn(items.len(), &results, &turn, take);
        } else {
            let _ = items.iter().try_for_each(|item| take(work(item)));
        }
    });
}

/// Puts results that arrive in any order into the order of their items.
fn in_turn<R>(
    items: usize,
    results: &mpsc::Receiver<(usize, R)>,
    turn: &Turn,
    mut take: impl FnMut(R) -> ControlFlow<()>,
) {
    let mut waiting = BTreeMap::new();
    for index in 0..items {
        let result = loop {
            if let Some(result) = waiting.remove(&index) {
                break result;
            }
            let Ok((done, result)) = results.recv() else { return };
            waiting.insert(done, result);
        };
        turn.advance(index + 1);
        if take(result).is_break() {
            turn.stop();
            return;
        }
    }
}

/// Whose turn it is, so that no worker runs far ahead.
struct Turn {
    at: Mutex<usize>,
    moved: Condvar,
    stopped: AtomicBool,
    ahead: usize,
}

impl Turn {
    fn new(ahead: usize) -> Self {
        Self { at: Mutex::new(0), moved: Condvar::new(), stopped: AtomicBool::new(false), ahead }
    }

    /// Waits until `index` is near; `false` when everything stops.
    fn wait_for(&self, index: usize) -> bool {
        let mut at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
        while index >= *at + self.ahead && !self.stopped.load(Ordering::Relaxed) {
            at = self.moved.wait(at).unwrap_or_else(PoisonError::into_inner);
        }
        !self.stopped.load(Ordering::Relaxed)
    }

    fn advance(&self, to: usize) {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner) = to;
        self.moved.notify_all();
    }

    fn stop(&self) {
        let _at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
        self.stopped.store(true, Ordering::Relaxed);
        self.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_stop_when_told() {
        let items: Vec<usize> = (0..500).collect();
        let mut seen = Vec::new();
        ordered(
            &items,
            |item| item * 2,
            |result| {
                seen.push(result);
                if seen.len() == 400 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!(seen, (0..400).map(|item| item * 2).collect::<Vec<_>>());
    }
}
