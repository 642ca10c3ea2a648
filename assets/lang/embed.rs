//! Puts the languages into the program when it is built: every folder beside this file is one.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

#[expect(clippy::print_stdout, reason = "this is how a build script tells Cargo something")]
fn main() -> Result<(), Box<dyn Error>> {
    let languages = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("assets/lang");
    println!("cargo::rerun-if-changed={}", languages.display());
    let mut folders: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(&languages)? {
        let path = entry?.path();
        folders.extend(path.is_dir().then_some(path));
    }
    folders.sort();
    let mut code = String::from("&[\n");
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        writeln!(code, "LanguageFiles {{ code: {name:?},")?;
        for file in ["words", "phrases", "holidays", "events", "figures", "names"] {
            let path = folder.join(file).with_extension("toml").display().to_string();
            writeln!(code, "{file}: include_str!({path:?}),")?;
        }
        code.push_str("},\n");
    }
    code.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("languages.rs"), code)?;
    Ok(())
}
