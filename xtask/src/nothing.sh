#!/bin/sh
# Stands in for a compiler of C for a system that has none here, so that Rust's part can be type-checked: what
# is to be preprocessed is given to the system's own compiler, and every object stays empty.
output=
preprocess=
kept=
while [ $# -gt 0 ]; do
    case $1 in
        -o) output=$2; shift ;;
        -E) preprocess=yes ;;
        -I) kept="$kept -I$2"; shift ;;
        # Asked of Microsoft's compiler, which alone answers it.
        '-?') exit 1 ;;
        -I* | -D* | *.c) kept="$kept $1" ;;
    esac
    shift
done
if [ -n "$preprocess" ]; then
    # shellcheck disable=SC2086 # none of these holds a blank
    exec cc -E $kept
fi
[ -z "$output" ] || : >"$output"
