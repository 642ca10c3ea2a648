//! Work in the background: reads a folder, keeps the reader's log, hands out snapshots.
//!
//! The caller never waits: it asks for the newest snapshot and shows that.

mod reading;

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use crate::{
    curate::{self, Did, Edit, EditLog},
    model::{DocumentId, Place},
    problem::Problem,
    project::{Corpus, Timeline},
    read::{self, Original},
    store::{LogError, LogFile},
};

use reading::Reading;
pub use reading::{Progress, read};

/// One folder, open: read in the background, with the reader's log.
pub struct Session {
    path: PathBuf,
    data: PathBuf,
    log: Option<LogFile>,
    shared: Arc<Shared>,
    to_worker: Sender<EditLog>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("path", &self.path).finish_non_exhaustive()
    }
}

/// What the window and the worker both see.
#[derive(Default)]
struct Shared {
    snapshot: Mutex<Arc<Timeline>>,
    read: AtomicUsize,
    of: AtomicUsize,
    finished: AtomicBool,
    cancelled: AtomicBool,
    wake: Mutex<Option<Arc<dyn Fn() + Send + Sync>>>,
}

impl Session {
    /// Opens a folder or a file; returns at once. The reader's log is kept below `data`.
    pub fn open(path: &Path, data: &Path) -> Self {
        let shared = Arc::new(Shared::default());
        let (to_worker, from_window) = channel();
        let (log, problems) = match LogFile::open(data, path) {
            Ok(log) => {
                let problems = log.problems().to_vec();
                (Some(log), problems)
            }
            Err(error) => (None, vec![lost_edits(&error)]),
        };
        let work = Work {
            path: path.to_owned(),
            log: log.as_ref().map(|log| log.log().clone()).unwrap_or_default(),
            corpus: Corpus { problems, ..Corpus::default() },
            shared: Arc::clone(&shared),
            from_window,
        };
        let run = || work.run_or_tell();
        if let Err(error) = thread::Builder::new().name("reading".into()).spawn(run) {
            shared.publish(Timeline::of(&not_started(path, &error), &EditLog::default(), true));
            shared.finished.store(true, Ordering::Release);
        }
        Self { path: path.to_owned(), data: data.to_owned(), log, shared, to_worker }
    }

    /// What was opened.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The newest timeline; `Arc::ptr_eq` tells whether it is another.
    pub fn snapshot(&self) -> Arc<Timeline> {
        Arc::clone(&locked(&self.shared.snapshot))
    }

    /// Whether an edit is on disk that the newest timeline does not take into account yet.
    pub fn is_behind(&self) -> bool {
        let records = self.log.as_ref().map_or(0, |log| log.log().records().len());
        records > self.snapshot().records
    }

    /// How far the reading is.
    pub fn progress(&self) -> Progress {
        Progress {
            read: self.shared.read.load(Ordering::Acquire),
            of: self.shared.of.load(Ordering::Acquire),
            finished: self.shared.finished.load(Ordering::Acquire),
            cancelled: self.shared.cancelled.load(Ordering::Acquire),
        }
    }

    /// Stops reading; what has been read stays.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Release);
    }

    /// Calls `wake` whenever there is a new snapshot or progress.
    pub fn on_news(&self, wake: impl Fn() + Send + Sync + 'static) {
        *locked(&self.shared.wake) = Some(Arc::new(wake));
    }

    /// The file in which that article lay at `place`, as it is on disk now, or why it cannot
    /// be shown. It is read on a thread of its own, and news is told when the answer is there;
    /// a closed channel is a fault of ours.
    pub fn original(
        &self,
        id: DocumentId,
        place: &Place,
    ) -> Receiver<Result<Original, String>> {
        let (answer, answers) = channel();
        let (path, place, shared) =
            (self.path.clone(), place.clone(), Arc::clone(&self.shared));
        let columns = self.log.as_ref().map(|it| curate::columns(it.log())).unwrap_or_default();
        let reading = thread::Builder::new().name("original".into()).spawn(move || {
            // The reader may have gone back meanwhile: then nobody waits for the answer.
            answer.send(read::original(&path, id, &place, &columns)).unwrap_or_default();
            shared.wake();
        });
        // Without a thread the channel is closed.
        drop(reading);
        answers
    }

    /// Does an edit: on disk first, then in the timeline.
    pub fn edit(&mut self, edit: Edit) -> Result<(), LogError> {
        self.append(Did::Did(edit))
    }

    /// Takes back the last edit in force; says which, or `None` if there is none.
    pub fn undo(&mut self) -> Result<Option<String>, LogError> {
        let Some((id, words)) = self.last(EditLog::undoable) else { return Ok(None) };
        self.append(Did::Undid(id)).map(|()| Some(words))
    }

    /// Does again what was last taken back; says which, or `None` if there is nothing.
    pub fn redo(&mut self) -> Result<Option<String>, LogError> {
        let Some((id, words)) = self.last(EditLog::redoable) else { return Ok(None) };
        self.append(Did::Redid(id)).map(|()| Some(words))
    }

    /// What undo would take back.
    pub fn can_undo(&self) -> Option<String> {
        self.last(EditLog::undoable).map(|(_, words)| words)
    }

    /// What redo would do again.
    pub fn can_redo(&self) -> Option<String> {
        self.last(EditLog::redoable).map(|(_, words)| words)
    }

    fn last(
        &self,
        which: impl Fn(&EditLog) -> Option<(curate::RecordId, &Edit)>,
    ) -> Option<(curate::RecordId, String)> {
        let (id, edit) = which(self.log.as_ref()?.log())?;
        Some((id, edit.words()))
    }

    fn append(&mut self, what: Did) -> Result<(), LogError> {
        let mut log = match self.log.take() {
            Some(log) => log,
            // The log could not be read when the folder was opened: perhaps it can be now.
            None => LogFile::open(&self.data, &self.path)?,
        };
        let done = log.append(what);
        let sent = self.to_worker.send(log.log().clone());
        self.log = Some(log);
        // A worker that is gone has told so; the edit is on disk all the same.
        sent.unwrap_or_default();
        done
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl Shared {
    fn publish(&self, timeline: Timeline) {
        let before = std::mem::replace(&mut *locked(&self.snapshot), Arc::new(timeline));
        self.wake();
        // It takes a while: nobody is to wait for it.
        drop(before);
    }

    fn wake(&self) {
        let wake = locked(&self.wake).clone();
        if let Some(wake) = wake {
            wake();
        }
    }
}

/// The worker's side.
struct Work {
    path: PathBuf,
    log: EditLog,
    corpus: Corpus,
    shared: Arc<Shared>,
    from_window: Receiver<EditLog>,
}

impl Work {
    /// A fault of ours ends the work, and is told in place of what was to come.
    fn run_or_tell(self) {
        let shared = Arc::clone(&self.shared);
        let path = self.path.clone();
        if catch_unwind(AssertUnwindSafe(|| self.run())).is_err() {
            let why = "Dateline met a fault of its own; your edits are on disk. Open it again, \
                       and leave out what you opened last if it comes back";
            let problem = Problem::new(path.display().to_string(), "not shown to the end", why);
            let mut timeline = Timeline::clone(&locked(&shared.snapshot));
            timeline.problems.push(problem);
            timeline.counts.problems += 1;
            shared.finished.store(true, Ordering::Release);
            shared.publish(timeline);
        }
    }

    fn run(mut self) {
        let start = std::mem::take(&mut self.corpus);
        let path = self.path.clone();
        let mut reading = Reading::new(start, &[path], curate::columns(&self.log));
        let mut published = 0;
        let whole = loop {
            let Progress { read, of, .. } = reading.progress();
            self.shared.read.store(read, Ordering::Release);
            self.shared.of.store(of, Ordering::Release);
            // Each snapshot costs as much as what has been read: with four times as much each
            // time, and none where the whole is there soon, all together cost less than that.
            let articles = reading.articles();
            let is_time = articles >= published * 4 && articles / 2 <= reading.left();
            if self.take_edits(&mut reading) || is_time {
                published = articles.max(1);
                self.publish(&mut reading, false);
            }
            self.shared.wake();
            if read < of && self.shared.cancelled.load(Ordering::Acquire) {
                reading.stop();
                break false;
            }
            if !reading.step() {
                break true;
            }
        };
        self.take_edits(&mut reading);
        self.publish(&mut reading, whole);
        self.shared.finished.store(true, Ordering::Release);
        self.shared.wake();
        while let Ok(log) = self.from_window.recv() {
            self.take_in(log, &mut reading);
            self.take_edits(&mut reading);
            self.publish(&mut reading, whole);
        }
    }

    fn publish(&self, reading: &mut Reading, whole: bool) {
        self.shared.publish(Timeline::of(reading.corpus(), &self.log, whole));
    }

    /// Whether the reader did something since this was last asked.
    fn take_edits(&mut self, reading: &mut Reading) -> bool {
        let newest = self.from_window.try_iter().last();
        let any = newest.is_some();
        if let Some(log) = newest {
            self.take_in(log, reading);
        }
        any
    }

    fn take_in(&mut self, log: EditLog, reading: &mut Reading) {
        reading.choose(curate::columns(&log));
        self.log = log;
    }
}

// A thread that panicked while it held the lock left a whole value behind: only whole ones
// are ever put there.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn lost_edits(error: &LogError) -> Problem {
    Problem::new("your edits", "not in force", error.to_string())
}

fn not_started(path: &Path, error: &io::Error) -> Corpus {
    let name = path.display().to_string();
    let why =
        format!("the system gives no thread: {error}; close other programs and try again");
    Corpus { problems: vec![Problem::new(name, "not read", why)], ..Corpus::default() }
}
