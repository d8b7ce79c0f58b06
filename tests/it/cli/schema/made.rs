//! Makes a JSON Schema from the types of the source, as serde writes them.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use super::types::{Told, Type, Types, about};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::side::Side;
use unequal_seat::now::{Moved, StateAfter};

/// A schema in the making.
pub(super) struct Making<'a> {
    types: &'a Types,
    definitions: BTreeMap<String, Value>,
}

/// The parameters of a generic type with what stands for them, each with the file in which it was named.
type Given = BTreeMap<String, (syn::Type, String)>;

impl<'a> Making<'a> {
    /// The schema of documents, or of lines, that are each of one of these types.
    pub(super) fn schema(
        types: &'a Types,
        title: &str,
        about: &str,
        roots: &[(&str, &str)],
    ) -> Value {
        let mut making = Self {
            types,
            definitions: BTreeMap::new(),
        };
        let given = Given::new();
        let any: Vec<Value> = roots
            .iter()
            .map(|(name, file)| {
                let kind: syn::Type = syn::parse_str(name).unwrap();
                making.of(&kind, file, &given)
            })
            .collect();
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": title,
            "description": about,
            "anyOf": any,
            "$defs": making.definitions,
        })
    }

    /// The schema of a type that a file names.
    fn of(&mut self, kind: &syn::Type, file: &str, given: &Given) -> Value {
        match kind {
            syn::Type::Reference(to) => self.of(&to.elem, file, given),
            syn::Type::Slice(list) => {
                json!({ "type": "array", "items": self.of(&list.elem, file, given) })
            }
            syn::Type::Array(list) => {
                json!({ "type": "array", "items": self.of(&list.elem, file, given) })
            }
            syn::Type::Tuple(parts) => {
                let parts: Vec<Value> = parts
                    .elems
                    .iter()
                    .map(|part| self.of(part, file, given))
                    .collect();
                json!({ "type": "array", "prefixItems": parts, "minItems": parts.len(), "maxItems": parts.len() })
            }
            syn::Type::Path(path) => self.named(path.path.segments.last().unwrap(), file, given),
            _ => panic!("{file}: a type that the schemas do not know"),
        }
    }

    fn named(&mut self, named: &syn::PathSegment, file: &str, given: &Given) -> Value {
        let name = named.ident.to_string();
        if let Some((kind, file)) = given.get(&name) {
            return self.of(&kind.clone(), &file.clone(), &Given::new());
        }
        let parts: Vec<syn::Type> = match &named.arguments {
            syn::PathArguments::AngleBracketed(all) => {
                let types = all.args.iter().filter_map(|part| match part {
                    syn::GenericArgument::Type(kind) => Some(kind.clone()),
                    _ => None,
                });
                types.collect()
            }
            _ => Vec::new(),
        };
        match (name.as_str(), parts.as_slice()) {
            ("bool", _) => json!({ "type": "boolean" }),
            ("String" | "str" | "PathBuf" | "Path", _) => json!({ "type": "string" }),
            ("f64", _) => json!({ "type": "number" }),
            // Written as the number that it is.
            ("u8" | "u32" | "u64" | "usize" | "EntryNumber", _) => {
                json!({ "type": "integer", "minimum": 0 })
            }
            ("i64" | "i128", _) => json!({ "type": "integer" }),
            ("Box" | "Cow", [within]) => self.of(within, file, given),
            ("Option", [within]) => {
                let within = self.of(within, file, given);
                json!({ "anyOf": [within, { "type": "null" }] })
            }
            ("Vec", [item]) | ("Listed", [_, item]) => {
                json!({ "type": "array", "items": self.of(item, file, given) })
            }
            ("BTreeMap", [_, value]) => {
                json!({ "type": "object", "additionalProperties": self.of(value, file, given) })
            }
            // Written by the levels that occurred.
            ("Histogram", []) => {
                json!({ "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 } })
            }
            // The word of an act.
            ("Kind", []) if !file.contains("report/csv") => json!({ "type": "string" }),
            // What the protocol for programs has a schema of.
            _ if parts.is_empty() && self.worded(&name) => {
                json!({ "$ref": format!("#/$defs/{name}") })
            }
            _ => self.defined(&name, &parts, file, given),
        }
    }

    /// Whether a name is one of those that the program itself can make a schema of; then it is among the definitions.
    fn worded(&mut self, name: &str) -> bool {
        let mut generator = SchemaSettings::draft2020_12()
            .for_serialize()
            .into_generator();
        match name {
            "Action" => generator.subschema_for::<Action>(),
            "Seat" => generator.subschema_for::<Seat>(),
            "Phase" => generator.subschema_for::<Phase>(),
            "Side" => generator.subschema_for::<Side>(),
            "Moved" => generator.subschema_for::<Moved>(),
            "StateAfter" => generator.subschema_for::<StateAfter>(),
            _ => return false,
        };
        let definitions = generator.take_definitions(true);
        self.definitions.extend(definitions);
        self.definitions.contains_key(name)
    }

    fn defined(&mut self, name: &str, parts: &[syn::Type], file: &str, given: &Given) -> Value {
        let found = self.types.of(name, file);
        let mut key = name.to_owned();
        if self.types.count(name) > 1 {
            let stem = found
                .file
                .trim_end_matches(".rs")
                .rsplit('/')
                .next()
                .unwrap();
            key = format!("{name}.{stem}");
        }
        let mut own = Given::new();
        for (parameter, part) in parameters(&found.item).into_iter().zip(parts) {
            let (part, part_file) = match part {
                syn::Type::Path(path)
                    if given
                        .contains_key(&path.path.segments.last().unwrap().ident.to_string()) =>
                {
                    given[&path.path.segments.last().unwrap().ident.to_string()].clone()
                }
                part => (part.clone(), file.to_owned()),
            };
            key.extend(["-", &letters(&part)]);
            own.insert(parameter, (part, part_file));
        }
        if !self.definitions.contains_key(&key) {
            // So that a type within itself ends here.
            self.definitions.insert(key.clone(), Value::Null);
            let made = self.item(found, &own);
            self.definitions.insert(key.clone(), made);
        }
        json!({ "$ref": format!("#/$defs/{key}") })
    }

    fn item(&mut self, found: &Type, given: &Given) -> Value {
        let (attrs, mut schema) = match &found.item {
            syn::Item::Type(alias) => (&alias.attrs, self.of(&alias.ty, &found.file, given)),
            syn::Item::Struct(item) => {
                let told = Told::of(&item.attrs);
                let schema = match &item.fields {
                    _ if told.into.as_deref() == Some("String") => json!({ "type": "string" }),
                    syn::Fields::Named(fields) => self.object(fields, &found.file, given),
                    syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                        self.of(&fields.unnamed[0].ty, &found.file, given)
                    }
                    _ => panic!(
                        "{}: {} is a struct that the schemas do not know",
                        found.file, item.ident
                    ),
                };
                (&item.attrs, schema)
            }
            syn::Item::Enum(item) => (&item.attrs, self.choice(item, &found.file, given)),
            _ => unreachable!("types are structs, enums and their names"),
        };
        let about = about(attrs);
        if let Some(object) = schema.as_object_mut()
            && !about.is_empty()
        {
            object.insert("description".to_owned(), json!(about));
        }
        schema
    }

    fn object(&mut self, fields: &syn::FieldsNamed, file: &str, given: &Given) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in &fields.named {
            let told = Told::of(&field.attrs);
            if told.skip {
                continue;
            }
            let mut schema = match told.written_with.as_deref() {
                Some("in_europes_seat") => json!({ "type": "string" }),
                Some(other) => {
                    panic!("{file}: written with {other}, which the schemas do not know")
                }
                None => self.of(&field.ty, file, given),
            };
            if told.flatten {
                let within = self.resolved(&schema);
                properties.extend(within["properties"].as_object().unwrap().clone());
                required.extend(within["required"].as_array().unwrap().iter().cloned());
                continue;
            }
            let name = field.ident.as_ref().unwrap().to_string();
            let name = told.rename.unwrap_or(name);
            let about = about(&field.attrs);
            if let Some(object) = schema.as_object_mut()
                && !about.is_empty()
            {
                object.insert("description".to_owned(), json!(about));
            }
            if !told.left_out {
                required.push(json!(name));
            }
            properties.insert(name, schema);
        }
        json!({ "type": "object", "properties": properties, "required": required })
    }

    /// What a reference leads to.
    fn resolved(&self, schema: &Value) -> Value {
        match schema["$ref"].as_str() {
            Some(to) => self.definitions[to.trim_start_matches("#/$defs/")].clone(),
            None => schema.clone(),
        }
    }

    fn choice(&mut self, item: &syn::ItemEnum, file: &str, given: &Given) -> Value {
        let told = Told::of(&item.attrs);
        assert!(
            told.tag.is_none(),
            "{file}: {} has a tag, which the schemas do not know",
            item.ident
        );
        if told.into.as_deref() == Some("String") {
            return json!({ "type": "string" });
        }
        let mut words = Vec::new();
        let mut any = Vec::new();
        for variant in &item.variants {
            let own = Told::of(&variant.attrs);
            let word = own.rename.unwrap_or_else(|| {
                let name = variant.ident.to_string();
                match told.rename_all.as_deref() {
                    Some("kebab-case") => kebab(&name),
                    None => name,
                    Some(other) => panic!("{file}: {other}, which the schemas do not know"),
                }
            });
            let within = match &variant.fields {
                syn::Fields::Unit => {
                    words.push(word);
                    continue;
                }
                syn::Fields::Named(fields) => self.object(fields, file, given),
                syn::Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                    self.of(&fields.unnamed[0].ty, file, given)
                }
                syn::Fields::Unnamed(_) => panic!(
                    "{file}: {} has a variant that the schemas do not know",
                    item.ident
                ),
            };
            any.push(if told.untagged {
                within
            } else {
                json!({ "type": "object", "properties": { word.clone(): within }, "required": [word] })
            });
        }
        let words = (!words.is_empty()).then(|| json!({ "type": "string", "enum": words }));
        match (words, any.is_empty()) {
            (Some(words), true) => words,
            (words, _) => {
                any.extend(words);
                json!({ "anyOf": any })
            }
        }
    }
}

/// The names of a type's parameters.
fn parameters(item: &syn::Item) -> Vec<String> {
    let generics = match item {
        syn::Item::Struct(item) => &item.generics,
        syn::Item::Enum(item) => &item.generics,
        syn::Item::Type(item) => &item.generics,
        _ => unreachable!("types are structs, enums and their names"),
    };
    generics
        .type_params()
        .map(|parameter| parameter.ident.to_string())
        .collect()
}

/// A type in letters, for the name of a definition.
fn letters(kind: &syn::Type) -> String {
    match kind {
        syn::Type::Path(path) => {
            let last = path.path.segments.last().unwrap();
            let within = match &last.arguments {
                syn::PathArguments::AngleBracketed(all) => all
                    .args
                    .iter()
                    .filter_map(|part| match part {
                        syn::GenericArgument::Type(kind) => Some(format!("-{}", letters(kind))),
                        _ => None,
                    })
                    .collect(),
                _ => String::new(),
            };
            format!("{}{within}", last.ident)
        }
        syn::Type::Reference(to) => letters(&to.elem),
        syn::Type::Slice(list) => format!("list-{}", letters(&list.elem)),
        syn::Type::Array(list) => format!("list-{}", letters(&list.elem)),
        _ => "tuple".to_owned(),
    }
}

/// `TrueCopy` as serde writes it: `true-copy`.
fn kebab(name: &str) -> String {
    let mut text = String::new();
    for (place, letter) in name.char_indices() {
        if letter.is_uppercase() && place > 0 {
            text.push('-');
        }
        text.extend(letter.to_lowercase());
    }
    text
}
