# The same steps as CI, quick ones first; what each does stands in `.ci/run`.

# Quick checks, then lints and documentation, then the tests
default: quick check test

# Formatting, spelling, licences, unused dependencies: seconds
quick:
    bash .ci/run format spelling licences unused

# Lints and documentation, warnings as errors
check:
    bash .ci/run lint lint-core docs

# The README's test command; no picture test may be left out
test:
    bash .ci/run test

# The window; `just run assets/sample` opens that folder
run *ARGS:
    cargo run --release -- {{ARGS}}
