//! A browser, spoken to by what developers' tools speak to it: lines of JSON through a pipe of its own.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::pty::DEADLINE;

/// The pipe is the browser's third and fourth.
const BEGIN: &str = "exec chromium --headless --no-sandbox --disable-gpu --disable-background-networking \
    --user-data-dir=\"$0\" --remote-debugging-pipe 3<&0 4>&1 </dev/null >/dev/null 2>&1";

/// What the browser says where the page that it asked is no more.
const GONE: [&str; 3] = [
    "Inspected target navigated or closed",
    "Cannot find context with specified id",
    "Execution context was destroyed.",
];

/// A page in a browser of its own, as small as on a phone.
pub(crate) struct Phone {
    child: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    page: Option<String>,
    asked: u64,
}

impl Phone {
    /// Opens an address; what the browser keeps lies in this folder.
    pub(crate) fn open(folder: &Path, address: &str) -> Self {
        let mut child = Command::new("sh")
            .args(["-c", BEGIN])
            .arg(folder)
            .env("HOME", folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        let (tell, from) = channel();
        thread::spawn(move || {
            for line in said.split(0) {
                let Ok(line) = line else { return };
                let _nobody_reads = tell.send(serde_json::from_slice(&line).unwrap());
            }
        });
        let to = child.stdin.take().unwrap();
        let mut phone = Self {
            child,
            to,
            from,
            page: None,
            asked: 0,
        };
        let made = phone.ask("Target.createTarget", &json!({"url": "about:blank"}));
        let whole = json!({"targetId": made["targetId"], "flatten": true});
        let attached = phone.ask("Target.attachToTarget", &whole);
        phone.page = attached["sessionId"].as_str().map(str::to_owned);
        let size = json!({"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true});
        phone.ask("Emulation.setDeviceMetricsOverride", &size);
        phone.go(address);
        phone
    }

    fn ask(&mut self, method: &str, with: &Value) -> Value {
        let told = self.answer(method, with);
        told.unwrap_or_else(|fault| panic!("{method} {with}: {fault}"))
    }

    /// The browser's answer, or what it says is wrong.
    fn answer(&mut self, method: &str, with: &Value) -> Result<Value, Value> {
        self.asked += 1;
        let mut asked = json!({"id": self.asked, "method": method, "params": with});
        if let Some(page) = &self.page {
            asked["sessionId"] = page.as_str().into();
        }
        write!(self.to, "{asked}\0").unwrap();
        loop {
            let told = self.from.recv_timeout(DEADLINE);
            let told = told.unwrap_or_else(|_| panic!("the browser does not answer {asked}"));
            if told["id"] == self.asked {
                return match &told["error"] {
                    Value::Null => Ok(told["result"].clone()),
                    fault => Err(fault.clone()),
                };
            }
        }
    }

    /// Goes to an address.
    pub(crate) fn go(&mut self, address: &str) {
        self.ask("Page.navigate", &json!({"url": address}));
    }

    /// What an expression of the page's comes to; nothing while another page is on its way.
    pub(crate) fn comes_to(&mut self, expression: &str) -> Option<Value> {
        let asked = json!({"expression": expression, "returnByValue": true});
        let told = match self.answer("Runtime.evaluate", &asked) {
            Ok(told) => told,
            // The page that was asked has given way to the next.
            Err(fault) if GONE.iter().any(|gone| fault["message"] == *gone) => return None,
            Err(fault) => panic!("{asked}: {fault}"),
        };
        told["exceptionDetails"]
            .is_null()
            .then(|| told["result"]["value"].clone())
    }

    /// Waits until an expression of the page's is true.
    pub(crate) fn wait_until(&mut self, expression: &str) {
        let until = Instant::now() + DEADLINE;
        while self.comes_to(expression) != Some(Value::Bool(true)) {
            if Instant::now() > until {
                let page = self.comes_to("document.body.innerText");
                panic!("never {expression}: {page:?}");
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Types into fields of a form, and sends it by its button.
    pub(crate) fn fill(&mut self, form: &str, fields: &[(&str, &str)]) {
        let form = format!("document.querySelector({form:?})");
        self.wait_until(&format!("{form} !== null"));
        for (name, text) in fields {
            let typed = format!("{form}.querySelector('[name={name}]').value = {text:?}");
            self.comes_to(&typed).unwrap();
        }
        // The page that follows may be there before the answer.
        let _sent = self.comes_to(&format!("{form}.querySelector('button').click()"));
    }
}

impl Drop for Phone {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}
