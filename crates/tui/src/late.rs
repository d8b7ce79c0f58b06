//! Late answers of the terminal: another program asked for something and was gone when it came. They arrive among the
//! keys and are none.
//!
//! They are known by their form and by coming at once: nobody types that fast.

use std::io;
use std::time::Duration;

use crate::key::{Code, Input, Key};

/// How soon the rest of an answer follows its beginning, also over a slow line.
const SOON: Duration = Duration::from_millis(50);
/// The most keys that are taken for one answer.
const LONGEST: usize = 4096;

/// Where inputs come from.
pub(crate) trait Source {
    /// Waits for the next input; none is one that means nothing.
    fn read(&mut self) -> io::Result<Option<Input>>;

    /// Whether another comes within a time.
    fn comes(&mut self, within: Duration) -> bool;
}

/// Waits for the next input and gives it, with what came at once where only together they tell what it is. Gives nothing
/// where that was an answer.
pub(crate) fn next(source: &mut impl Source) -> io::Result<Vec<Input>> {
    let Some(first) = source.read()? else {
        return Ok(Vec::new());
    };
    match first {
        Input::Key(key) if begins_text(key) => text(source, first),
        Input::Key(key) if is_digit(key) => numbers(source, first),
        other => Ok(vec![other]),
    }
}

/// An answer of words between its beginning and its end: a colour, a name. Without anything behind it the beginning is a
/// key.
fn text(source: &mut impl Source, first: Input) -> io::Result<Vec<Input>> {
    let (mut others, mut keys) = (Vec::new(), 0);
    while keys < LONGEST && source.comes(SOON) {
        match source.read()? {
            Some(Input::Key(key)) => {
                keys += 1;
                if ends_text(key) {
                    break;
                }
            }
            Some(other) => others.push(other),
            None => {}
        }
    }
    if keys == 0 {
        others.insert(0, first);
    }
    Ok(others)
}

/// An answer of numbers, of which what comes before them was taken away: `1;10;0c`.
fn numbers(source: &mut impl Source, first: Input) -> io::Result<Vec<Input>> {
    let (mut held, mut parts) = (vec![first], 1);
    while held.len() < LONGEST && source.comes(Duration::ZERO) {
        let Some(input) = source.read()? else {
            continue;
        };
        let typed = match input {
            Input::Key(key) => key.typed(),
            _ => None,
        };
        held.push(input);
        match typed {
            Some('c' | 'm' | 'n' | 'y') if parts > 1 => return Ok(Vec::new()),
            Some(';') => parts += 1,
            Some('0'..='9') => {}
            _ => break,
        }
    }
    Ok(held)
}

const fn is_digit(key: Key) -> bool {
    matches!(key.typed(), Some('0'..='9'))
}

/// What a terminal's words begin with is Escape and a sign, which is read as the sign with Alt.
const fn begins_text(key: Key) -> bool {
    key.alt && !key.ctrl && matches!(key.code, Code::Char(']' | 'P' | '_' | '^' | 'X'))
}

/// Escape and a backslash, or the bell.
const fn ends_text(key: Key) -> bool {
    match key.code {
        Code::Char('\\') => key.alt,
        Code::Char('g') => key.ctrl,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::VecDeque;

    /// Inputs in bursts: within one they come at once.
    struct Bursts(VecDeque<VecDeque<Input>>);

    impl Source for Bursts {
        fn read(&mut self) -> io::Result<Option<Input>> {
            while self.0.front().is_some_and(VecDeque::is_empty) {
                self.0.pop_front();
            }
            let next = self.0.front_mut().and_then(VecDeque::pop_front);
            next.map(Some)
                .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
        }

        fn comes(&mut self, _: Duration) -> bool {
            self.0.front().is_some_and(|burst| !burst.is_empty())
        }
    }

    fn alt(c: char) -> Input {
        Input::Key(Key {
            alt: true,
            ..Key::char(c)
        })
    }

    fn left_of(bursts: Vec<Vec<Input>>) -> Vec<Input> {
        let mut source = Bursts(bursts.into_iter().map(VecDeque::from).collect());
        let mut left = Vec::new();
        while let Ok(inputs) = next(&mut source) {
            left.extend(inputs);
        }
        left
    }

    /// An answer as its keys are read.
    fn answer(begins: char, words: &str, ends: Input) -> Vec<Input> {
        let mut all = vec![alt(begins)];
        all.extend(Input::keys(words));
        all.push(ends);
        all
    }

    #[test]
    fn an_answer_is_no_keys_and_what_comes_around_it_stays() {
        let bell = Input::Key(Key::ctrl('g'));
        for one in [
            answer(']', "11;rgb:1e1e/1e1e/1e1e", alt('\\')),
            answer(']', "4;1;rgb:ffff/0000/0000", bell),
            answer('P', ">|xterm(370)", alt('\\')),
            answer('_', "Gi=31;OK", alt('\\')),
            Input::keys("1;10;0c"),
            Input::keys("4;2m"),
        ] {
            let mut all = one.clone();
            all.extend(Input::keys("x3"));
            assert_eq!(left_of(vec![one.clone()]), [], "{one:?}");
            let left = left_of(vec![Input::keys("q"), all, one]);
            assert_eq!(left, Input::keys("qx3"));
        }
    }

    #[test]
    fn what_a_person_types_or_sends_at_once_is_all_there() {
        for words in ["12;3 c", "1c", "3", "2026-11-27", "c;m", "7;8;9"] {
            let typed = Input::keys(words);
            assert_eq!(left_of(vec![typed.clone()]), typed, "{words}");
            let slowly = typed.iter().map(|input| vec![input.clone()]).collect();
            assert_eq!(left_of(slowly), typed, "{words}");
        }
        let slowly = ["1", ";", "2", "c"].map(Input::keys).to_vec();
        assert_eq!(left_of(slowly), Input::keys("1;2c"));
        assert_eq!(
            left_of(vec![vec![alt(']')], Input::keys("x")]),
            [vec![alt(']')], Input::keys("x")].concat()
        );
        let resized = vec![alt(']'), Input::Resize(80, 24), alt('\\')];
        assert_eq!(left_of(vec![resized]), [Input::Resize(80, 24)]);
    }
}
