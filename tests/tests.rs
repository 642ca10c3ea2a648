//! One test binary; this list is the table of contents.
#![expect(clippy::unwrap_used, reason = "a test may fall over")]
#![expect(
    clippy::needless_pass_by_value,
    reason = "`check` takes the picture that it compares with"
)]

mod mask;
mod read;
mod sentences;
