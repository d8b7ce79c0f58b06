//! How a program is named where a bot could stand: a command line with a path in it.

use std::fmt;
use std::path::Path;

/// A command line that starts a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The program and its arguments; at least one.
    words: Vec<String>,
}

impl Command {
    /// Reads a command line, parted at blanks; what stands in single or double quotes is one word. None where no
    /// word holds a `/`: then it is the name of a bot.
    ///
    /// # Errors
    ///
    /// Says that a quote is not closed.
    pub fn read(text: &str) -> Result<Option<Self>, &'static str> {
        if !text.contains('/') {
            return Ok(None);
        }
        let words = words(text)?;
        Ok((!words.is_empty()).then_some(Self { words }))
    }

    /// The program and its arguments.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The name of its file: that of the first word with a path in it.
    pub fn name(&self) -> String {
        let first = self.words.iter().find(|word| word.contains('/'));
        let file = first.and_then(|word| Path::new(word).file_name());
        file.map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.join(" "))
    }
}

fn words(text: &str) -> Result<Vec<String>, &'static str> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for letter in text.chars() {
        match (quote, letter) {
            (Some(open), letter) if open == letter => quote = None,
            (None, '\'' | '"') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, letter) if letter.is_whitespace() => words.extend(word.take()),
            (_, letter) => word.get_or_insert_default().push(letter),
        }
    }
    if quote.is_some() {
        return Err("a quote in this command is not closed");
    }
    words.extend(word);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_has_a_path_in_it_and_a_bot_has_none() {
        assert_eq!(Command::read("greedy"), Ok(None));
        assert_eq!(Command::read(""), Ok(None));
        let read = |text| Command::read(text).unwrap().unwrap();
        let command = read("python3 contrib/first_bot.py --mood 'very calm' \"\"");
        let words = ["python3", "contrib/first_bot.py", "--mood", "very calm", ""];
        assert_eq!(command.words(), words);
        assert_eq!(command.name(), "first_bot.py");
        assert_eq!(read("./bot").name(), "bot");
        assert!(Command::read("./bot 'x").is_err());
    }
}
