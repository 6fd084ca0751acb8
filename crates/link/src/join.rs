//! Makes one script of several: a page then asks for one file, and nothing in it waits for another.
//!
//! Not a bundler. It reads the few forms that our own modules keep to (an import or an export begins a line and
//! fits on it, a comment has its lines to itself), and renames nothing: what a browser's debugger shows is what
//! stands in the modules. Tests hold the modules to those forms.

/// Adds the lines of `part` that are not comments.
pub(crate) fn without_comments(part: &str, text: &mut String) {
    let mut inside = false;
    for line in part.lines().map(str::trim) {
        let code = match line.split_once("*/") {
            Some((_, after)) if inside || line.starts_with("/*") => {
                inside = false;
                after.trim_start()
            }
            None if inside || line.starts_with("/*") => {
                inside = true;
                ""
            }
            _ => line,
        };
        if !(code.is_empty() || code.starts_with("//")) {
            text.push_str(code);
            text.push('\n');
        }
    }
}

/// The module `entry` with all that it imports, each once, before whoever needs it. `find` knows a module by its
/// file name; what it does not know is left out.
pub(crate) fn joined(entry: &str, find: &impl Fn(&str) -> Option<&'static str>) -> String {
    let mut joined = Joined::default();
    joined.add(entry, find);
    joined.text
}

#[derive(Default)]
struct Joined {
    added: Vec<String>,
    text: String,
}

impl Joined {
    fn add(&mut self, name: &str, find: &impl Fn(&str) -> Option<&'static str>) {
        if self.added.iter().any(|added| added == name) {
            return;
        }
        self.added.push(name.to_owned());
        let mut source = String::new();
        without_comments(find(name).unwrap_or_default(), &mut source);
        for (_, from) in source.lines().filter_map(import) {
            self.add(from, find);
        }
        self.wrap(name, &source);
    }

    /// The module as a function of its own, so that its names stay its own, which gives what it exports.
    fn wrap(&mut self, name: &str, source: &str) {
        let mut exports = Vec::new();
        let mut body = String::new();
        for line in source.lines() {
            if let Some((names, from)) = import(line) {
                body.extend(["const ", names, " = ", &binding(from), ";\n"]);
                continue;
            }
            let code = line.strip_prefix("export ").unwrap_or(line);
            if code.len() < line.len() {
                exports.extend(declared(code));
            }
            body.push_str(code);
            body.push('\n');
        }
        let exports = exports.join(", ");
        let name = binding(name);
        let parts = [
            "const ",
            &name,
            " = (() => {\n",
            &body,
            "return { ",
            &exports,
            " };\n})();\n",
        ];
        self.text.extend(parts);
    }
}

/// What an import line binds, and the file it names.
fn import(line: &str) -> Option<(&str, &str)> {
    let (names, from) = line.strip_prefix("import ")?.split_once(" from ")?;
    let from = from.strip_prefix("'./")?.strip_suffix("';")?;
    Some((names.strip_prefix("* as ").unwrap_or(names), from))
}

/// The name that a declaration gives.
fn declared(code: &str) -> Option<&str> {
    let after = code.strip_prefix("async ").unwrap_or(code).split_once(' ')?.1;
    after
        .split(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '$'))
        .next()
}

/// The constant that holds what a module exports.
fn binding(name: &str) -> String {
    let stem = name.strip_suffix(".js").unwrap_or(name);
    format!("${}", stem.replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::{joined, without_comments};

    fn module(name: &str) -> Option<&'static str> {
        match name {
            "page.js" => Some(
                "// A page.\nimport { Door } from './door.js';\nimport * as keys from './keys.js';\nnew Door(keys.cut());\n",
            ),
            "door.js" => Some(
                "import { cut } from './keys.js';\n/** A door. */\nexport class Door {\n  lock = cut;\n}\n",
            ),
            "keys.js" => Some(
                "const teeth = 3;\n/**\n * Cuts.\n */\nexport async function cut() {}\nexport const LONG = 4;\n",
            ),
            _ => None,
        }
    }

    #[test]
    fn each_module_comes_once_and_before_whoever_needs_it() {
        assert_eq!(
            joined("page.js", &module),
            "const $keys = (() => {\nconst teeth = 3;\nasync function cut() {}\nconst LONG = 4;\nreturn { cut, LONG };\n})();\n\
             const $door = (() => {\nconst { cut } = $keys;\nclass Door {\nlock = cut;\n}\nreturn { Door };\n})();\n\
             const $page = (() => {\nconst { Door } = $door;\nconst keys = $keys;\nnew Door(keys.cut());\nreturn {  };\n})();\n"
        );
    }

    #[test]
    fn code_after_a_comment_on_its_line_stays() {
        let mut text = String::new();
        without_comments(
            "/** @type {Node} */ (node).focus();\n/* one\ntwo */ three();\nfour(/* five */ 6);\n",
            &mut text,
        );
        assert_eq!(text, "(node).focus();\nthree();\nfour(/* five */ 6);\n");
    }
}
