//! Reads the types of the source that are written as JSON, and what serde is told of them.
//!
//! The schemas are made from the source and not by a derive: what a program ships costs its build nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;

use crate::architecture::{ROOTS, files_in};

/// The types of all crates, by their names, and what each file imports.
pub(super) struct Types {
    found: BTreeMap<String, Vec<Type>>,
    imports: BTreeMap<String, Vec<Vec<String>>>,
}

/// A type that a list of the sides makes.
const BY_SIDE: &str =
    "#[doc = \"Something of each side.\"] pub struct BySide<T> { patron: T, client: T }";

/// A type, with the file that defines it.
pub(super) struct Type {
    pub(super) file: String,
    pub(super) item: syn::Item,
}

impl Types {
    pub(super) fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut types = Self {
            found: BTreeMap::new(),
            imports: BTreeMap::new(),
        };
        for (_, lib) in ROOTS
            .iter()
            .filter(|(name, _)| *name != "unequal" && *name != "unequal_tui")
        {
            for path in files_in(root.join(lib).parent().unwrap()) {
                let text = fs::read_to_string(&path).unwrap();
                let file = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                for item in syn::parse_file(&text).unwrap().items {
                    types.take(&file, item);
                }
            }
        }
        let file = "crates/rules/src/model/side.rs";
        types.take(file, syn::parse_str(BY_SIDE).unwrap());
        types
    }

    fn take(&mut self, file: &str, item: syn::Item) {
        let name = match &item {
            syn::Item::Struct(found) => found.ident.to_string(),
            syn::Item::Enum(found) => found.ident.to_string(),
            syn::Item::Type(found) => found.ident.to_string(),
            syn::Item::Use(found) => {
                let mut paths = Vec::new();
                flat(&found.tree, &mut Vec::new(), &mut paths);
                self.imports
                    .entry(file.to_owned())
                    .or_default()
                    .extend(paths);
                return;
            }
            // The list of a report's sections: its fields are those of a struct.
            syn::Item::Macro(found) if found.mac.path.is_ident("sections") => {
                return self.take(file, sections(&found.mac));
            }
            syn::Item::Macro(found)
                if found.mac.path.segments.last().unwrap().ident == "vocabulary" =>
            {
                let words = syn::parse2::<Words>(found.mac.tokens.clone());
                // Within the list of another macro the name is a parameter.
                return words
                    .into_iter()
                    .for_each(|Words(words)| self.take(file, syn::Item::Enum(words)));
            }
            _ => return,
        };
        let file = file.to_owned();
        self.found
            .entry(name)
            .or_default()
            .push(Type { file, item });
    }

    /// The type that a name stands for in a file.
    pub(super) fn of(&self, name: &str, file: &str) -> &Type {
        let all = self
            .found
            .get(name)
            .unwrap_or_else(|| panic!("{file}: no type {name} was found in the source"));
        if let [only] = all.as_slice() {
            return only;
        }
        if let Some(own) = all.iter().find(|found| found.file == file) {
            return own;
        }
        let imports = self.imports.get(file).into_iter().flatten();
        let imports: Vec<&Vec<String>> = imports
            .filter(|path| path.last().is_some_and(|last| last == name))
            .collect();
        // The more of the modules that an import names stand in a file's path, the nearer it is.
        let near = |found: &&Type| {
            let stem = found.file.trim_end_matches(".rs");
            let parts: Vec<&str> = stem.split('/').collect();
            let named = |path: &&Vec<String>| {
                path.iter()
                    .filter(|part| parts.contains(&part.trim_start_matches("unequal_")))
                    .count()
            };
            let of_crate = found.file.split("src/").next() == file.split("src/").next();
            (imports.iter().map(named).max(), of_crate)
        };
        let best = all.iter().max_by_key(near).unwrap();
        let equals = all
            .iter()
            .filter(|found| near(found) == near(&best))
            .count();
        assert_eq!(equals, 1, "{file}: {name} could be several types");
        best
    }

    /// How many types have this name.
    pub(super) fn count(&self, name: &str) -> usize {
        self.found.get(name).map_or(0, Vec::len)
    }
}

/// The paths of an import.
fn flat(tree: &syn::UseTree, before: &mut Vec<String>, into: &mut Vec<Vec<String>>) {
    match tree {
        syn::UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flat(&path.tree, before, into);
            before.pop();
        }
        syn::UseTree::Group(group) => {
            for tree in &group.items {
                flat(tree, before, into);
            }
        }
        syn::UseTree::Name(name) => {
            let mut path = before.clone();
            path.push(name.ident.to_string());
            into.push(path);
        }
        syn::UseTree::Rename(rename) => {
            let mut path = before.clone();
            path.push(rename.rename.to_string());
            into.push(path);
        }
        syn::UseTree::Glob(_) => {}
    }
}

/// A field of the list of sections: `name: Type = how it is made`.
struct Made {
    attrs: Vec<syn::Attribute>,
    name: syn::Ident,
    kind: syn::Type,
}

impl Parse for Made {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(syn::Attribute::parse_outer)?;
        let name = input.parse()?;
        input.parse::<syn::Token![:]>()?;
        let kind = input.parse()?;
        input.parse::<syn::Token![=]>()?;
        input.parse::<syn::Expr>()?;
        Ok(Self { attrs, name, kind })
    }
}

struct Fields(Punctuated<Made, syn::Token![,]>);

impl Parse for Fields {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Punctuated::parse_terminated(input).map(Self)
    }
}

/// A list of words, as the enumeration that it becomes.
struct Words(syn::ItemEnum);

impl Parse for Words {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut words: syn::ItemEnum = syn::parse_str("enum Words {}")?;
        words.attrs = input.call(syn::Attribute::parse_outer)?;
        words.ident = input.parse()?;
        let within;
        syn::braced!(within in input);
        while !within.is_empty() {
            within.call(syn::Attribute::parse_outer)?;
            let name: syn::Ident = within.parse()?;
            within.parse::<syn::Token![=]>()?;
            let word: syn::LitStr = within.parse()?;
            within.parse::<Option<syn::Token![,]>>()?;
            words
                .variants
                .push(syn::parse_quote!(#[serde(rename = #word)] #name));
        }
        Ok(Self(words))
    }
}

/// The list of sections as the struct that it becomes.
fn sections(list: &syn::Macro) -> syn::Item {
    let mut item: syn::ItemStruct =
        syn::parse_str("/// What the sections of a report know.\npub struct Sections {}").unwrap();
    let syn::Fields::Named(fields) = &mut item.fields else {
        unreachable!("it has braces");
    };
    for token in list.tokens.clone() {
        let proc_macro2::TokenTree::Group(group) = token else {
            continue;
        };
        if group.delimiter() != proc_macro2::Delimiter::Brace {
            continue;
        }
        let Fields(made) = syn::parse2(group.stream()).unwrap();
        fields.named.extend(made.into_iter().map(|made| syn::Field {
            attrs: made.attrs,
            vis: syn::Visibility::Inherited,
            mutability: syn::FieldMutability::None,
            ident: Some(made.name),
            colon_token: None,
            ty: made.kind,
        }));
    }
    syn::Item::Struct(item)
}

/// What serde is told of a type or a field.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each word that serde is told"
)]
pub(super) struct Told {
    pub(super) rename: Option<String>,
    pub(super) rename_all: Option<String>,
    pub(super) into: Option<String>,
    pub(super) written_with: Option<String>,
    pub(super) left_out: bool,
    pub(super) skip: bool,
    pub(super) flatten: bool,
    pub(super) untagged: bool,
    pub(super) tag: Option<String>,
}

impl Told {
    pub(super) fn of(attrs: &[syn::Attribute]) -> Self {
        let mut told = Self::default();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
            attr.parse_nested_meta(|meta| {
                let name = meta
                    .path
                    .get_ident()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                let value = if meta.input.peek(syn::Token![=]) {
                    Some(meta.value()?.parse::<syn::LitStr>()?.value())
                } else {
                    None
                };
                match name.as_str() {
                    "rename" => told.rename = value,
                    "rename_all" => told.rename_all = value,
                    "into" => told.into = value,
                    "serialize_with" => told.written_with = value,
                    "skip_serializing_if" => told.left_out = true,
                    "skip" => told.skip = true,
                    "flatten" => told.flatten = true,
                    "untagged" => told.untagged = true,
                    "tag" => told.tag = value,
                    "default"
                    | "deny_unknown_fields"
                    | "from"
                    | "try_from"
                    | "transparent"
                    | "deserialize_with" => {}
                    other => panic!("serde is told `{other}`, which the schemas do not know"),
                }
                Ok(())
            })
            .unwrap();
        }
        told
    }
}

/// What the documentation says, as one text.
pub(super) fn about(attrs: &[syn::Attribute]) -> String {
    let lines = attrs.iter().filter_map(|attr| {
        let syn::Meta::NameValue(pair) = &attr.meta else {
            return None;
        };
        let syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) = &pair.value
        else {
            return None;
        };
        pair.path
            .is_ident("doc")
            .then(|| text.value().trim().to_owned())
    });
    let text = lines.collect::<Vec<_>>().join(" ");
    text.replace("[`", "").replace("`]", "").replace('`', "")
}
