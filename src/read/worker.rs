//! Pages are read by processes of their own, which can be ended: no library is safe against
//! every page, and a thread that hangs can never be stopped.
//!
//! A worker is this very program. It is told one file a line, and answers with one line.

use std::{
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Mutex, OnceLock, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use super::{NOT_READ, Source};
use crate::{model::Document, problem::Problem};

/// No page that anyone reads takes a hundredth of it.
const LONGEST: Duration = Duration::from_secs(20);
/// Nor does one take a tenth of this.
#[cfg(unix)]
const MOST_MEMORY_BYTES: u64 = 1 << 30;

const BROKEN: &str = "the page brought its reader down; save it again, or as text";

/// What a worker answers.
type Answer = (Vec<Document>, Vec<Problem>);

/// The readers of pages of this process; until there are any, it reads pages itself.
static READERS: OnceLock<PageReaders> = OnceLock::new();

/// Has pages read by processes of `program`, this very program, from now on.
pub fn have_pages_read_by(program: &Path) {
    READERS.get_or_init(|| PageReaders::new(program, LONGEST));
}

/// What is in a file, read by a process of its own, if there is a program for it.
pub(super) fn documents(source: &Source) -> Option<Answer> {
    READERS.get().and_then(|readers| readers.documents(source))
}

/// Processes that read pages: as many as pages are asked for at once.
#[derive(Debug)]
pub struct PageReaders {
    program: PathBuf,
    longest: Duration,
    idle: Mutex<Vec<Worker>>,
}

impl PageReaders {
    /// Readers that are processes of `program`; one that takes longer than `longest` over one
    /// page is ended.
    pub fn new(program: &Path, longest: Duration) -> Self {
        Self { program: program.to_owned(), longest, idle: Mutex::default() }
    }

    /// What is in a file; `None` if the program cannot be started.
    pub fn documents(&self, source: &Source) -> Option<Answer> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut worker = idle.map_or_else(|| Worker::start(&self.program), Ok).ok()?;
        match worker.ask(source, self.longest) {
            Ok(answer) => {
                self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(worker);
                Some(answer)
            }
            Err(why) => Some((Vec::new(), vec![Problem::new(&source.name, NOT_READ, why)])),
        }
    }
}

/// One process; ended when it is dropped.
#[derive(Debug)]
struct Worker {
    process: Child,
    to: ChildStdin,
    from: Receiver<Vec<u8>>,
}

impl Worker {
    fn start(program: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.arg("read-pages").stdin(Stdio::piped());
        without_a_window(&mut command);
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let (Some(to), Some(out)) = (process.stdin.take(), process.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        let (sender, from) = channel();
        thread::Builder::new().name("page".into()).spawn(move || {
            let lines = BufReader::new(out).split(b'\n').map_while(Result::ok);
            // Nobody listens any more where the worker was given up.
            for line in lines {
                if sender.send(line).is_err() {
                    break;
                }
            }
        })?;
        Ok(Self { process, to, from })
    }

    fn ask(&mut self, source: &Source, longest: Duration) -> Result<Answer, String> {
        let mut line = serde_json::to_vec(source).map_err(|error| error.to_string())?;
        line.push(b'\n');
        if self.to.write_all(&line).and_then(|()| self.to.flush()).is_err() {
            return Err(BROKEN.to_owned());
        }
        match self.from.recv_timeout(longest) {
            Ok(answer) => serde_json::from_slice(&answer).map_err(|error| error.to_string()),
            Err(RecvTimeoutError::Timeout) => Err(format!(
                "it takes longer than {} seconds to read; save it again, or as text",
                longest.as_secs()
            )),
            Err(RecvTimeoutError::Disconnected) => Err(BROKEN.to_owned()),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // One that has ended by itself cannot be ended again, and need not be.
        self.process.kill().unwrap_or_default();
        self.process.wait().map(|_| ()).unwrap_or_default();
    }
}

/// A worker's whole life: answers until nobody asks any more.
pub fn serve(questions: impl BufRead, mut answers: impl Write) -> io::Result<()> {
    limit_memory();
    for question in questions.lines() {
        let source: Source = serde_json::from_str(&question?)?;
        let read = super::documents_here(&source, super::MAX_ARTICLE_BYTES);
        serde_json::to_writer(&mut answers, &read)?;
        answers.write_all(b"\n")?;
        answers.flush()?;
    }
    Ok(())
}

#[cfg(unix)]
fn limit_memory() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let limit = Rlimit { current: Some(MOST_MEMORY_BYTES), maximum: Some(MOST_MEMORY_BYTES) };
    // Where the system sets no limits, the time is one all the same.
    setrlimit(Resource::As, limit).unwrap_or_default();
}

#[cfg(not(unix))]
const fn limit_memory() {}

#[cfg(windows)]
fn without_a_window(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
const fn without_a_window(_: &mut Command) {}
