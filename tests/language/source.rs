//! What a file of Rust says to people, read by Rust's own grammar.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, Lit, LitStr, Token};

use crate::sentence::is_sentence;

/// Macros whose texts are for whoever mends the program.
const FOR_THE_LOG: &[&str] = &[
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "span",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "panic",
    "unreachable",
    "concat",
    "env",
    "include_str",
    "include_bytes",
    "stringify",
];

/// Methods whose texts are for whoever mends the program.
const FOR_WHOEVER_MENDS: &[&str] = &["expect", "debug_struct", "debug_tuple", "field"];

/// What is written above code and read by people: the words of an error, and a command line's help.
const READ_BY_PEOPLE: [&str; 4] = ["error", "arg", "command", "value"];

/// By these a type is read from a command line.
const COMMAND_LINES: [&str; 4] = ["Parser", "Args", "Subcommand", "ValueEnum"];

/// Something that a file says of itself, and at which line.
pub(super) struct At<T> {
    pub(super) line: usize,
    pub(super) is: T,
}

/// A sentence that is said: its id, and what it is told.
pub(super) struct Said {
    pub(super) id: String,
    pub(super) told: BTreeSet<String>,
}

/// What one file of Rust holds.
#[derive(Default)]
pub(super) struct Source {
    pub(super) said: Vec<At<Said>>,
    pub(super) outside: Vec<At<String>>,
    /// Where a language is chosen.
    pub(super) chosen: Vec<usize>,
    /// The modules that are files of their own.
    pub(super) modules: Vec<String>,
    /// Whether what is being read is a command line, of which clap would show comments as help.
    command_line: bool,
}

impl Source {
    /// A text of the code, which may be one for people.
    fn text(&mut self, text: &LitStr) {
        if is_sentence(&text.value()) {
            self.outside.push(At {
                line: text.span().start().line,
                is: text.value(),
            });
        }
    }

    /// The texts of a macro, whatever its grammar is.
    fn tokens(&mut self, tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(tree) = trees.get(at) {
            at += 1;
            match tree {
                TokenTree::Ident(name) => match (trees.get(at), trees.get(at + 1)) {
                    (Some(TokenTree::Punct(mark)), Some(TokenTree::Group(inner)))
                        if mark.as_char() == '!' =>
                    {
                        self.call(&name.to_string(), inner.stream());
                        at += 2;
                    }
                    (Some(TokenTree::Group(_)), _) if name == "expect" => at += 1,
                    _ => {}
                },
                TokenTree::Group(inner) => self.tokens(inner.stream()),
                TokenTree::Literal(literal) => self.literal(literal.clone()),
                // What is written above code: see `visit_attribute`.
                TokenTree::Punct(mark) if mark.as_char() == '#' => at += 1,
                TokenTree::Punct(_) => {}
            }
        }
    }

    /// The comments on a part of a command line, which clap would show.
    fn help(&mut self, attributes: &[Attribute]) {
        if !self.command_line {
            return;
        }
        for comment in attributes.iter().filter(|one| one.path().is_ident("doc")) {
            if let Ok(Expr::Lit(text)) = comment.meta.require_name_value().map(|doc| &doc.value)
                && let Lit::Str(text) = &text.lit
            {
                self.text(text);
            }
        }
    }

    fn literal(&mut self, literal: Literal) {
        if let Lit::Str(text) = Lit::new(literal) {
            self.text(&text);
        }
    }

    /// A macro that is called.
    fn call(&mut self, name: &str, tokens: TokenStream) {
        match name {
            "say" => self.say(tokens),
            _ if FOR_THE_LOG.contains(&name) => {}
            _ => self.tokens(tokens),
        }
    }

    /// `say!("id", name = value)`
    fn say(&mut self, tokens: TokenStream) {
        let parts = Punctuated::<Expr, Token![,]>::parse_terminated
            .parse2(tokens)
            .expect("say! is told what its own grammar has");
        let mut said = Said {
            id: String::new(),
            told: BTreeSet::new(),
        };
        let mut line = 0;
        for part in &parts {
            match part {
                Expr::Lit(literal) => {
                    if let Lit::Str(id) = &literal.lit {
                        said.id = id.value();
                        line = id.span().start().line;
                    }
                }
                Expr::Assign(told) => {
                    if let Expr::Path(name) = &*told.left {
                        let name = name.path.require_ident().expect("the name of a variable");
                        said.told.insert(name.to_string());
                    }
                    self.visit_expr(&told.right);
                }
                _ => panic!("say! has an id and variables, and nothing else"),
            }
        }
        self.said.push(At { line, is: said });
    }
}

impl<'ast> Visit<'ast> for Source {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.content.is_none() {
            self.modules.push(module.ident.to_string());
        }
        visit::visit_item_mod(self, module);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.command_line = is_command_line(&item.attrs);
        visit::visit_item_struct(self, item);
        self.command_line = false;
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.command_line = is_command_line(&item.attrs);
        visit::visit_item_enum(self, item);
        self.command_line = false;
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        self.help(&field.attrs);
        visit::visit_field(self, field);
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        self.help(&variant.attrs);
        visit::visit_variant(self, variant);
    }

    /// Of what is written above code, only the words of an error and those of a command line's help are read
    /// by people.
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let is_read = |name| attribute.path().is_ident(name);
        if READ_BY_PEOPLE.into_iter().any(is_read)
            && let Ok(list) = attribute.meta.require_list()
        {
            self.tokens(list.tokens.clone());
        }
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        let name = called.path.segments.last().expect("a macro has a name");
        self.call(&name.ident.to_string(), called.tokens.clone());
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if FOR_WHOEVER_MENDS.iter().any(|name| call.method == name) {
            self.visit_expr(&call.receiver);
        } else {
            visit::visit_expr_method_call(self, call);
        }
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let Expr::Path(function) = &*call.func
            && let Some(name) = function.path.segments.last()
            && name.ident == "speak"
        {
            self.chosen.push(name.ident.span().start().line);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.text(text);
    }
}

fn attributes(item: &syn::Item) -> &[Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn is_command_line(attributes: &[Attribute]) -> bool {
    let derives = attributes
        .iter()
        .filter(|one| one.path().is_ident("derive"));
    let paths = derives.filter_map(|one| {
        one.parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated)
            .ok()
    });
    let names = paths
        .flatten()
        .filter_map(|path| Some(path.segments.last()?.ident.clone()));
    names
        .into_iter()
        .any(|name| COMMAND_LINES.iter().any(|own| name == own))
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|condition| condition.is_ident("test"))
    })
}
