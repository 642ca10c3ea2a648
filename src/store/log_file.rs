//! The reader's log on disk: one line of JSON per record, one file per folder opened.
//!
//! A record is on disk before it takes effect. Two windows may write to one log: each takes
//! the file's lock and reads what the other has added before it adds its own.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use crate::{
    curate::{Did, EditLog, Record},
    problem::Problem,
};

const TRIES: usize = 20;
const BETWEEN_TRIES: Duration = Duration::from_millis(5);

/// The log could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The log could not be read: its edits are not in force.
    #[error("your edits could not be read: {cause}\n{}", path.display())]
    Read {
        /// What the system says.
        cause: io::Error,
        /// The log.
        path: PathBuf,
    },
    /// A record could not be written: the edit was not done.
    #[error(
        "your edit could not be saved and was not done: {cause}; see that the disk has room \
         and that this file may be written\n{}", path.display()
    )]
    Write {
        /// What the system says.
        cause: io::Error,
        /// The log.
        path: PathBuf,
    },
}

/// The log of one folder.
#[derive(Debug)]
pub struct LogFile {
    path: PathBuf,
    log: EditLog,
    /// How much of the file is in `log`.
    read: u64,
    problems: Vec<Problem>,
}

impl LogFile {
    /// The log of `folder`, kept below `data`. A log that is not there yet is empty.
    pub fn open(data: &Path, folder: &Path) -> Result<Self, LogError> {
        let path = data.join("edits").join(name(folder));
        let mut this = Self { path, log: EditLog::default(), read: 0, problems: Vec::new() };
        match File::open(&this.path) {
            // Under the lock no other window is in the middle of a line.
            Ok(mut file) => lock(&file)
                .and_then(|()| this.catch_up(&mut file))
                .map_err(|cause| LogError::Read { cause, path: this.path.clone() })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(cause) => return Err(LogError::Read { cause, path: this.path }),
        }
        Ok(this)
    }

    /// What it says.
    pub const fn log(&self) -> &EditLog {
        &self.log
    }

    /// Lines that could not be understood. They stay in the file.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Adds a record, on disk first.
    pub fn append(&mut self, what: Did) -> Result<(), LogError> {
        self.try_append(what)
            .map_err(|cause| LogError::Write { cause, path: self.path.clone() })
    }

    fn try_append(&mut self, what: Did) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file =
            OpenOptions::new().create(true).read(true).append(true).open(&self.path)?;
        lock(&file)?;
        self.catch_up(&mut file)?;
        let record = Record { id: self.log.next_id(), what };
        let mut line = serde_json::to_string(&record)?;
        line.push('\n');
        // A line torn by a power cut stays as it is; the new one begins on its own.
        if !ends_with_a_line(&mut file)? {
            line.insert(0, '\n');
        }
        let before = file.metadata()?.len();
        if let Err(error) = file.write_all(line.as_bytes()).and_then(|()| file.sync_all()) {
            // What is told as not done must not be found there later.
            file.set_len(before)?;
            return Err(error);
        }
        self.read = file.metadata()?.len();
        self.log.push(record);
        Ok(())
    }

    /// Takes in what was added to the file since it was last read.
    fn catch_up(&mut self, file: &mut File) -> io::Result<()> {
        file.seek(SeekFrom::Start(self.read))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        self.read += bytes.len() as u64;
        for line in String::from_utf8_lossy(&bytes).lines() {
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str::<Record>(line) {
                Ok(record) => self.log.push(record),
                Err(error) => self.problems.push(unreadable(line, &error)),
            }
        }
        Ok(())
    }
}

/// Waits a moment for another window to end its line; never for one that hangs.
fn lock(file: &File) -> io::Result<()> {
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN_TRIES),
            // Some file systems know no locks.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                return Ok(());
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Err(io::Error::other("another window of Dateline holds it; close that one"))
}

fn unreadable(line: &str, error: &serde_json::Error) -> Problem {
    let beginning: String = line.chars().take(60).collect();
    Problem::new(
        "your edits",
        "one edit could not be read",
        format!("{error}; the line stays in the log: {beginning}…"),
    )
}

fn ends_with_a_line(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == [b'\n'])
}

/// The folder's own name, for people, and the hash of where it lies.
fn name(folder: &Path) -> String {
    let place = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let hash = blake3::hash(place.as_os_str().as_encoded_bytes()).to_hex();
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let own = place.file_name().map(|it| it.to_string_lossy().chars().map(plain).collect());
    let own: String = own.unwrap_or_default();
    let short: String = own.chars().take(40).collect();
    format!("{short}-{}.jsonl", hash.chars().take(16).collect::<String>())
}
