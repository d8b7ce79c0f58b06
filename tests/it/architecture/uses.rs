//! Finds what a path stands for: through imports, globs and re-exports to the file of the definition.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use super::source::{How, Modules, Named, ROOTS};

/// One file's use of something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Use {
    /// The file that uses, from the project's root.
    pub(crate) from: String,
    pub(crate) line: usize,
    /// The file of the definition; `None` for what other people's crates define.
    pub(crate) to: Option<String>,
    /// The whole path of the definition, `unequal_core::engine::state::State`.
    pub(crate) what: String,
    /// A re-export: a name passed on, nothing used.
    pub(crate) passed_on: bool,
}

/// What a path stands for.
enum Meaning {
    Defined { file: String, path: Vec<String> },
    Module,
    Elsewhere(Vec<String>),
    Nothing,
}

/// The source of the whole program, read once.
pub(crate) static SOURCE: LazyLock<Source> =
    LazyLock::new(|| Source::read(Path::new(env!("CARGO_MANIFEST_DIR")), ROOTS));

/// The modules, and every use between their files or of other people's crates.
pub(crate) struct Source {
    pub(crate) modules: Modules,
    pub(crate) uses: BTreeSet<Use>,
}

impl Source {
    /// Reads some crates, each with its name and its root file.
    pub(crate) fn read(root: &Path, crates: &[(&str, &str)]) -> Self {
        let modules = Modules::read(root, crates);
        let mut uses = BTreeSet::new();
        for (path, module) in &modules.modules {
            for named in &module.named {
                uses.extend(modules.look_up(path, &module.file, named));
            }
        }
        Self { modules, uses }
    }
}

/// How many imports a name may be passed through before the search gives up.
const FAR: usize = 20;

impl Modules {
    fn look_up(&self, at: &[String], from: &str, named: &Named) -> Option<Use> {
        if matches!(named.how, How::Method | How::Static) {
            return None;
        }
        let (to, what) = match self.meaning(at, &named.path, 0) {
            Meaning::Defined { file, .. } if file == from => return None,
            Meaning::Defined { file, path } => (Some(file), path),
            Meaning::Elsewhere(path) => (None, path),
            Meaning::Module | Meaning::Nothing => return None,
        };
        Some(Use {
            from: from.to_owned(),
            line: named.line,
            to,
            what: what.join("::"),
            passed_on: named.how == How::PassOn,
        })
    }

    fn meaning(&self, at: &[String], path: &[String], depth: usize) -> Meaning {
        let Some(first) = path.first().filter(|_| depth < FAR) else {
            return Meaning::Nothing;
        };
        match first.as_str() {
            "Self" => Meaning::Nothing,
            "crate" => self.below(at.get(..1).unwrap(), path.get(1..).unwrap(), depth),
            "self" => self.below(at, path.get(1..).unwrap(), depth),
            "super" => {
                let up = at.len().saturating_sub(1);
                let mut whole = vec!["self".to_owned()];
                whole.extend_from_slice(path.get(1..).unwrap());
                if path.get(1).is_some_and(|next| next == "super") {
                    whole.remove(0);
                }
                self.meaning(at.get(..up).unwrap(), &whole, depth + 1)
            }
            _ => match self.below(at, path, depth) {
                Meaning::Nothing if self.modules.contains_key(&path[..1]) => {
                    self.below(&path[..1], &path[1..], depth)
                }
                Meaning::Nothing if path.len() > 1 => Meaning::Elsewhere(path.to_vec()),
                found => found,
            },
        }
    }

    /// What a path stands for that begins with something in a module.
    fn below(&self, module: &[String], path: &[String], depth: usize) -> Meaning {
        let Some(here) = self.modules.get(module).filter(|_| depth < FAR) else {
            return Meaning::Nothing;
        };
        let Some((name, rest)) = path.split_first() else {
            return Meaning::Module;
        };
        let mut inner = module.to_vec();
        inner.push(name.clone());
        let is_module = self.modules.contains_key(&inner);
        if here.items.contains(name) && (!is_module || rest.is_empty()) {
            inner.extend_from_slice(rest);
            return Meaning::Defined {
                file: here.file.clone(),
                path: inner,
            };
        }
        if is_module {
            return self.below(&inner, rest, depth);
        }
        let imported = here.imports.get(name).into_iter().flatten().cloned();
        let through_globs = here.globs.iter().map(|glob| {
            let mut path = glob.clone();
            path.push(name.clone());
            path
        });
        let mut found = Meaning::Nothing;
        for mut path in imported {
            path.extend_from_slice(rest);
            // An import that names itself (`use x; … x::y`) is a crate of other people.
            found = if path.first() == Some(name) && here.imports.get(name).unwrap().len() == 1 {
                Meaning::Elsewhere(path)
            } else {
                self.meaning(module, &path, depth + 1)
            };
            if matches!(found, Meaning::Defined { .. }) {
                return found;
            }
        }
        if matches!(found, Meaning::Nothing) {
            for mut path in through_globs {
                path.extend_from_slice(rest);
                let through = self.meaning(module, &path, depth + 1);
                if matches!(through, Meaning::Defined { .. }) {
                    return through;
                }
            }
        }
        found
    }
}
