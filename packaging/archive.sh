#!/bin/sh
# Makes the archive of a release for the system that this runs on, and its checksum, in target/archive.
#
#   packaging/archive.sh        built with the profile dist (docs/building.md)
#   packaging/archive.sh dev    with another
set -eu
cd "$(dirname "$0")/.."

profile=${1:-dist}
version=$(sed -n '/^\[workspace\.package\]/,/^$/s/^version = "\(.*\)"/\1/p' Cargo.toml)
system=$(rustc -vV | sed -n 's/^host: //p')
name=unequal-$version-$system
built=${CARGO_TARGET_DIR:-target}
to=$built/archive/$name

cargo build --locked --quiet --profile "$profile" --bin unequal
case $profile in
dev) program=$built/debug/unequal ;;
*) program=$built/$profile/unequal ;;
esac
rm -rf "$to"
mkdir -p "$to/completions"
cp "$program" README.md CHANGELOG.md LICENSE docs/licences.md packaging/install.sh "$to"
cp -R saves/examples "$to"
strip --strip-debug "$to/unequal"
cargo run --locked --quiet --example man -- "$to/man"
"$to/unequal" completions bash >"$to/completions/unequal.bash"
"$to/unequal" completions zsh >"$to/completions/_unequal"
"$to/unequal" completions fish >"$to/completions/unequal.fish"
cd "$built/archive"
# The same files make the same archive, whoever packs them and when.
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cJf "$name.tar.xz" "$name"
sha256sum "$name.tar.xz" >"$name.tar.xz.sha256"
ls -l "$name.tar.xz"
