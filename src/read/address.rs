//! Addresses of web archives: the page that they keep is what counts.

/// The address that an archive's address is about: its own date is when it was captured.
///
/// `https://web.archive.org/web/20200101000000id_/https://example.org/a` is `https://example.org/a`.
pub fn unwrapped(address: &str) -> &str {
    let starts = address.match_indices("http://").chain(address.match_indices("https://"));
    let begins = |at: &usize| {
        // After `=` it is some other page's, as in addresses to share it.
        address.get(..*at).is_some_and(|before| before.ends_with(['/', ':']))
    };
    let inner = starts.map(|(at, _)| at).filter(begins).max();
    inner.and_then(|at| address.get(at..)).unwrap_or(address)
}
