#!/bin/sh
# Installs unequal from the unpacked archive in which this file lies: the program, its manual pages, completions for
# bash, zsh and fish, and the licences. It fetches nothing, asks nothing and needs no administrator.
#
#   ./install.sh                       into ~/.local
#   ./install.sh --prefix /usr/local   elsewhere
#   ./install.sh --remove              takes away what it installed, with --prefix where that was given
set -eu

here=$(cd "$(dirname "$0")" && pwd)
prefix=$HOME/.local
remove=no
while [ $# -gt 0 ]; do
    case $1 in
    --prefix) prefix=${2:?"--prefix needs a folder"} && shift ;;
    --remove) remove=yes ;;
    *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
    shift
done

# What lies in the archive, and where it belongs.
files() {
    echo "unequal bin/unequal"
    for page in "$here"/man/*.1; do
        echo "man/${page##*/} share/man/man1/${page##*/}"
    done
    echo "completions/unequal.bash share/bash-completion/completions/unequal"
    echo "completions/_unequal share/zsh/site-functions/_unequal"
    echo "completions/unequal.fish share/fish/vendor_completions.d/unequal.fish"
    echo "LICENSE share/doc/unequal/LICENSE"
    echo "licences.md share/doc/unequal/licences.md"
}

files | while read -r from to; do
    if [ "$remove" = yes ]; then
        rm -f "$prefix/$to"
        continue
    fi
    mkdir -p "$prefix/${to%/*}"
    # By another name first: a program that runs just now keeps its own file.
    cp "$here/$from" "$prefix/$to.new"
    mv -f "$prefix/$to.new" "$prefix/$to"
done
if [ "$remove" = yes ]; then
    rmdir "$prefix/share/doc/unequal" 2>/dev/null || true
    echo "unequal is gone from $prefix. Sessions were left where they are."
    exit
fi
echo "unequal is in $prefix/bin."
case :$PATH: in
*:"$prefix/bin":*) ;;
*) echo "That folder is not in PATH; add it there, or call $prefix/bin/unequal." ;;
esac
