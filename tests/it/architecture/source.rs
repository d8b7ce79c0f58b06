//! Reads the program's source as the compiler would: modules, what each defines and imports, and
//! every path that it names, without test code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// The root file of each crate, from the project's root.
pub(crate) const ROOTS: &[(&str, &str)] = &[
    ("unequal_rules", "crates/rules/src/lib.rs"),
    ("unequal_core", "crates/core/src/lib.rs"),
    ("unequal_session", "crates/session/src/lib.rs"),
    ("unequal_papers", "crates/papers/src/lib.rs"),
    ("unequal_seat", "crates/seat/src/lib.rs"),
    ("unequal_host", "crates/host/src/lib.rs"),
    ("unequal_ssh", "crates/ssh/src/lib.rs"),
    ("unequal_tui", "crates/tui/src/lib.rs"),
    ("unequal_page", "crates/page/src/lib.rs"),
    ("unequal_partners", "src/lib.rs"),
    ("unequal", "src/main.rs"),
];

/// One thing that a file names.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    /// As written, a segment a piece; a method's name is one piece.
    pub(crate) path: Vec<String>,
    /// Counted from 1.
    pub(crate) line: usize,
    pub(crate) how: How,
}

/// How a file names something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// A path in code, in a macro's tokens or in an attribute; a private import.
    Use,
    /// A public import: it passes a name on and uses nothing itself.
    PassOn,
    /// `.name(…)`.
    Method,
    /// The definition of a `static`.
    Static,
}

/// One module outside test code.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// Its file, from the project's root.
    pub(crate) file: String,
    pub(crate) items: BTreeSet<String>,
    /// Name → the paths that it is imported from.
    pub(crate) imports: BTreeMap<String, Vec<Vec<String>>>,
    pub(crate) globs: Vec<Vec<String>>,
    pub(crate) named: Vec<Named>,
}

/// The modules of all crates.
#[derive(Debug, Default)]
pub(crate) struct Modules {
    /// By their whole path, `unequal_core::engine::legal`.
    pub(crate) modules: BTreeMap<Vec<String>, Module>,
    /// Where modules of tests stand, without the `.rs`.
    pub(crate) tests: BTreeSet<String>,
}

impl Modules {
    /// Follows the `mod` lines of every crate from its root.
    pub(crate) fn read(root: &Path, crates: &[(&str, &str)]) -> Self {
        let mut modules = Self::default();
        for (name, file) in crates {
            let file = root.join(file);
            let folder = file.parent().unwrap().to_owned();
            modules.read_file(root, &file, &folder, vec![(*name).to_owned()]);
        }
        modules
    }

    fn read_file(&mut self, root: &Path, file: &Path, folder: &Path, path: Vec<String>) {
        let text = fs::read_to_string(file).unwrap();
        let parsed = syn::parse_file(&text).unwrap();
        if is_for_tests(&parsed.attrs) {
            return;
        }
        let name = file.strip_prefix(root).unwrap().to_string_lossy();
        self.read_items(root, &name.replace('\\', "/"), folder, path, &parsed.items);
    }

    fn read_items(
        &mut self,
        root: &Path,
        file: &str,
        folder: &Path,
        path: Vec<String>,
        items: &[syn::Item],
    ) {
        let mut reader = Reader {
            module: Module {
                file: file.to_owned(),
                ..Module::default()
            },
            children: Vec::new(),
            tests: Vec::new(),
        };
        for item in items {
            reader.visit_item(item);
        }
        for test in &reader.tests {
            let place = folder.join(test.ident.to_string());
            let place = place.strip_prefix(root).unwrap().to_string_lossy();
            self.tests.insert(place.replace('\\', "/"));
        }
        for child in &reader.children {
            let name = child.ident.to_string();
            let below = folder.join(&name);
            let mut whole = path.clone();
            whole.push(name.clone());
            if let Some((_, items)) = &child.content {
                self.read_items(root, file, &below, whole, items);
            } else {
                let file = folder.join(format!("{name}.rs"));
                self.read_file(root, &file, &below, whole);
            }
        }
        self.modules.insert(path, reader.module);
    }
}

/// Every Rust file below a folder.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_in(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Whether something stands behind `#[cfg(test)]`, alone or with further conditions.
fn is_for_tests(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|attr| {
        let mut test = false;
        if attr.path().is_ident("cfg") {
            let _ = attr.parse_nested_meta(|meta| {
                test |= meta.path.is_ident("test");
                if meta.path.is_ident("all") {
                    return meta.parse_nested_meta(|inner| {
                        test |= inner.path.is_ident("test");
                        skip(&inner)
                    });
                }
                skip(&meta)
            });
        }
        test
    })
}

/// Passes over what follows a name in a condition.
fn skip(meta: &syn::meta::ParseNestedMeta<'_>) -> syn::Result<()> {
    if meta.input.peek(syn::Token![=]) {
        meta.value()?.parse::<syn::Lit>()?;
    } else if meta.input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in meta.input);
        content.parse::<TokenStream>()?;
    }
    Ok(())
}

struct Reader<'a> {
    module: Module,
    children: Vec<&'a syn::ItemMod>,
    tests: Vec<&'a syn::ItemMod>,
}

impl Reader<'_> {
    fn name(&mut self, path: Vec<String>, line: usize, how: How) {
        self.module.named.push(Named { path, line, how });
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String], how: How) {
        let line = tree.span().start().line;
        let with = |name: &syn::Ident| {
            let mut path = before.to_vec();
            if name != "self" || before.is_empty() {
                path.push(name.to_string());
            }
            path
        };
        let (name, path) = match tree {
            syn::UseTree::Path(path) => return self.import(&path.tree, &with(&path.ident), how),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before, how);
                }
                return;
            }
            syn::UseTree::Glob(_) => {
                self.module.globs.push(before.to_vec());
                return self.name(before.to_vec(), line, how);
            }
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                (path.last().unwrap().clone(), path)
            }
            syn::UseTree::Rename(rename) => (rename.rename.to_string(), with(&rename.ident)),
        };
        self.name(path.clone(), line, how);
        self.module.imports.entry(name).or_default().push(path);
    }

    /// Paths among the tokens of a macro: names joined by `::`, and methods.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut line = 0;
        let mut colons = 0;
        let mut after_dot = false;
        let mut method: Option<String> = None;
        for token in tokens {
            let called = method.take();
            match token {
                TokenTree::Ident(ident) if after_dot => method = Some(ident.to_string()),
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.end(&mut path, line);
                        line = ident.span().start().line;
                    }
                    path.push(ident.to_string());
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    if colons > 2 {
                        self.end(&mut path, line);
                    }
                    continue;
                }
                TokenTree::Punct(punct) => {
                    self.end(&mut path, line);
                    after_dot = punct.as_char() == '.';
                    colons = 0;
                    continue;
                }
                TokenTree::Group(group) => {
                    if let Some(method) = called {
                        self.name(vec![method], group.span().start().line, How::Method);
                    }
                    self.end(&mut path, line);
                    self.tokens(group.stream());
                }
                TokenTree::Literal(_) => self.end(&mut path, line),
            }
            colons = 0;
            after_dot = false;
        }
        self.end(&mut path, line);
    }

    fn end(&mut self, path: &mut Vec<String>, line: usize) {
        if !path.is_empty() {
            self.name(std::mem::take(path), line, How::Use);
        }
    }
}

impl<'a> Visit<'a> for Reader<'a> {
    fn visit_item(&mut self, item: &'a syn::Item) {
        let (attrs, name) = match item {
            syn::Item::Const(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Enum(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
            syn::Item::Impl(item) => (&item.attrs, None),
            syn::Item::Macro(item) => (&item.attrs, item.ident.as_ref()),
            syn::Item::Mod(item) => (&item.attrs, None),
            syn::Item::Static(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Struct(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Trait(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Type(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Union(item) => (&item.attrs, Some(&item.ident)),
            syn::Item::Use(item) => (&item.attrs, None),
            other => panic!(
                "line {}: an item that this test cannot read",
                other.span().start().line
            ),
        };
        let is_test = is_for_tests(attrs);
        match item {
            syn::Item::Mod(item) if is_test || item.ident == "harness" => {
                return self.tests.push(item);
            }
            _ if is_test => return,
            _ => {}
        }
        self.module.items.extend(name.map(ToString::to_string));
        match item {
            syn::Item::Mod(item) => self.children.push(item),
            syn::Item::Use(item) => {
                let how = match item.vis {
                    syn::Visibility::Inherited => How::Use,
                    _ => How::PassOn,
                };
                self.import(&item.tree, &[], how);
            }
            _ => visit::visit_item(self, item),
        }
    }

    fn visit_item_static(&mut self, item: &'a syn::ItemStatic) {
        let line = item.span().start().line;
        self.name(vec![item.ident.to_string()], line, How::Static);
        visit::visit_item_static(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let segments = path.segments.iter().map(|part| part.ident.to_string());
        self.name(segments.collect(), path.span().start().line, How::Use);
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        let line = call.method.span().start().line;
        self.name(vec![call.method.to_string()], line, How::Method);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'a syn::Macro) {
        visit::visit_macro(self, call);
        self.tokens(call.tokens.clone());
    }

    fn visit_attribute(&mut self, attr: &'a syn::Attribute) {
        if attr.path().is_ident("doc") {
            return;
        }
        if let syn::Meta::List(list) = &attr.meta {
            self.tokens(list.tokens.clone());
            for token in list.tokens.clone() {
                let TokenTree::Literal(literal) = token else {
                    continue;
                };
                let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) else {
                    continue;
                };
                if let Ok(path) = text.parse::<syn::Path>() {
                    let segments = path.segments.iter().map(|part| part.ident.to_string());
                    let line = literal.span().start().line;
                    self.name(segments.collect(), line, How::Use);
                }
            }
        }
    }
}
