//! The examples that every help ends with.

pub(super) const ROOT: &str = "\
Examples:
  unequal                                     open the home screen
  unequal play --patron people --client logit play against a bot
  unequal run --deck unequal-partners --seed 7
                                              two bots, without a screen
  unequal verify saves/*.toml                 check records

Exit status: 0 done; 1 the data says no (a deck with problems, a save that does not verify);
2 wrong use; 70 a fault of this program.";

pub(super) const PLAY: &str = "\
Examples:
  unequal play                                choose everything on the screen
  unequal play --patron people --client logit --europe planner --moves 6
  unequal play --deck decks/mine.toml --seed 7 --save saves/table-2.toml
  unequal play --patron people --client ./bot.py --time-limit 10
  unequal play --text --client logit          line by line, to be heard or scripted

Needs a terminal. Without one, use `unequal play --text` or `unequal run`.";

pub(super) const RESUME: &str = "\
Examples:
  unequal resume saves/table-2.toml
  unequal resume saves/table-2.toml --text
  unequal resume saves/table-2.toml --script acts.jsonl --json
  unequal resume saves/table-2.toml --script - --client ./bot.py < /dev/null

Needs a terminal, unless a script is given. Acts that neither the script nor a bot makes stop the
run, and the session can be resumed again.";

pub(super) const HOST: &str = "\
Examples:
  unequal host saves/table-2.toml             your screen, and seats for others
  unequal host table-3.toml --deck unequal-partners --europe people
  unequal host saves/table-2.toml --headless  no screen; prints where it listens
  unequal host tables                         every session of a folder, without a screen
  unequal host saves/table-2.toml --ssh 192.168.1.7   and for laptops: `V` on your board has what they type
  unequal host saves/table-2.toml --page 192.168.1.7:8080   and the audience's page, for browsers

Then, in other terminals of this machine: `unequal seat saves/table-2.toml --seat patron`.

The socket lies beside the record, in a folder that nobody else may enter. When the host is left, the
clients are told; when it is killed, they wait, and come back by themselves when it is there again.";

pub(super) const SEAT: &str = "\
Examples:
  unequal seat saves/table-2.toml --seat client --text --name Olga
  unequal seat saves/table-2.toml --seat patron --program ./bot.py
  unequal seat saves/table-2.toml --seat client --json
  unequal seat saves/table-2.toml --seat audience --text
  unequal seat tables                         who sits where at the sessions of a hosted folder
  unequal seat saves/table-2.toml --seat client --text --take-over

Whoever sits there sees what the seat may know, and nothing else is sent. Where the line is cut, it
comes back by itself. A seat is one client's at a time; a second one may look on, or take over with
the white cell's leave.";

pub(super) const RUN: &str = "\
Examples:
  unequal run --deck unequal-partners --seed 7
  unequal run --deck decks/mine.toml --seed 7 --patron greedy --client cautious --log
  unequal run --deck unequal-partners --seed 7 --europe planner --script acts.jsonl --save s.toml
  unequal run --deck unequal-partners --seed 7 --client ./bot.py --time-limit 10 --stand-in cautious
  unequal run --deck unequal-partners --seed 7 --json --seat client
  unequal run --deck unequal-partners --seed 7 --client people --script - --live --json

A script has one act a line, in the language of the record; empty lines and lines that begin with
`#` are skipped:
  {\"seat\":\"patron\",\"act\":{\"kind\":\"demand\",\"card\":\"gas-discount\",\"intensity\":\"press\"},\"rationale\":\"…\"}
  {\"seat\":\"client\",\"kind\":\"respond\",\"response\":\"stall\",\"confidence\":70,\"dissent\":\"…\",\"by\":\"…\"}
  {\"seat\":\"europe\",\"kind\":\"measure\",\"measure\":\"signal-arctic\"}
A line is taken when the phase of its act has come. Until then bots act for their seats, and the
program opens, rules by rule and closes. `{\"kind\":\"seal\",\"nonce\":\"…\",\"plan\":{…}}` commits to a
plan in a sealed session and reveals it when the time comes.

A name with a `/` in it is a command that starts a program of your own; docs/programs.md says what
it is told and answers. One that fails loses its seat to --stand-in, and the record says why.

Same deck, seed, holders and script: the same bytes of output.";

pub(super) const SCHEMA: &str = "\
Examples:
  unequal schema seat                         what a program at a seat is told, and what it answers
  unequal schema seat > seat.schema.json
  unequal schema report > report.schema.json  what `report --format json` writes

docs/programs.md says how a program takes a seat; docs/data.md what is in the documents.";

pub(super) const REPLAY: &str = "\
Examples:
  unequal replay saves/table-2.toml
  unequal replay saves/table-2.toml --text
  unequal replay saves/table-2.toml --text --at 14 --seat client
  unequal replay saves/table-2.toml --notation > table-2.txt
  unequal replay saves/table-2.toml --cast table-2.cast --width 100 --height 30 --speed 2";

pub(super) const WATCH: &str = "\
Examples:
  unequal watch
  unequal watch saves/table-2.toml --theme high-contrast
  unequal watch saves/table-2.toml --text
  unequal watch saves/table-2.toml --json --from-start > acts.jsonl

Run it on a second display, or in a second terminal, beside the session. It only reads, may be
started before the session and left at any time, and shows nothing that is hidden from the room.";

pub(super) const REPORT: &str = "\
Examples:
  unequal report saves/table-2.toml           saves/table-2.report.html, to read and to print
  unequal report saves/table-2.toml --seat client --format md --out -
  unequal report saves/table-2.toml --format csv --out tables/
  unequal report saves/*.toml --out workshop.html
  unequal report saves/*.toml --by bot --sort stability --out by-bot.html
  unequal report saves/table-2.toml --no-expectations
  unequal report saves/table-2.toml --interactive  saves/table-2.replay.html, to step through
  unequal report saves/table-2.toml --roles  saves/table-2.roles.report.html, roles instead of names

A report of one session works out what could have been expected at each moment and keeps it beside
the save, so that the next report is quick. Annotations beside the save are taken along. Each line
cites its entry of the record.";

pub(super) const BRANCH: &str = "\
Examples:
  unequal branch saves/table-2.toml --at 14
  unequal branch saves/table-2.toml --at 14 --name 'What if they refused' --save saves/refused.toml \\
    --instead '{\"kind\":\"respond\",\"response\":\"refuse\",\"rationale\":\"not under pressure\"}'
  unequal branch saves/table-2.toml --at 14 --patron greedy --client cautious --script acts.jsonl
  unequal branch saves/table-2.toml --at 14 --luck 9
  unequal branch saves/table-2.toml --at 14 --runs 200
                                              with the band of 200 sessions from there, beside both lines

The trunk is only read. Says where keeping the trunk's acts stopped.";

pub(super) const COPY: &str = "\
Examples:
  unequal copy saves/table-2.toml --seat client
  unequal copy saves/table-2.toml --seat patron --out /media/stick/
  unequal replay saves/table-2.client-14.copy --text
  unequal verify saves/table-2.client-14.copy --against saves/table-2.toml

A copy can be given to a team while the session is on. What its seat may not know is sealed under
a key that lies beside the session: with both, everybody can see afterwards that nothing was
changed.";

pub(super) const SEAL: &str = "\
Examples:
  unequal seal saves/table-2.toml --seat patron --key ~/.ssh/id_ed25519
  unequal seal saves/table-2.toml --seat client --key /media/stick/russia.key
  unequal verify saves/table-2.toml
  unequal verify saves/table-2.toml --signers keys-of-both-teams

The last entry stands for all before it, so every seat signs the same few lines, which lie beside
the record. From then on `verify` tells a cut between two entries, too. `ssh-keygen` does the
signing; `ssh-keygen -t ed25519 -f FILE` makes a key.";

pub(super) const COMPARE: &str = "\
Examples:
  unequal compare saves/table-2.toml saves/table-2-deflect.toml
  unequal compare saves/table-2.toml@31 saves/table-2.toml@52
  unequal compare saves/table-2.toml          all lines of a file in which play was taken back
  unequal compare saves/*.toml --out workshop.html
  unequal compare tables/cohort.gauges.csv tables/cohort.sessions.csv saves/table-9.toml

Up to four lines stand side by side, act by act, from where they part; more make one picture.";

pub(super) const VERIFY: &str = "\
Examples:
  unequal verify saves/table-2.toml
  unequal verify saves/table-2.toml --expect '7f3a 91c2 08de 44b1'
  unequal verify --json saves/*.toml
  unequal verify saves/table-2.toml --signers keys-of-both-teams
  unequal verify table-2.client-14.copy --against saves/table-2.toml";

pub(super) const DECK: &str = "\
Examples:
  unequal deck list
  unequal deck show unequal-partners --seat client
  unequal deck new decks/mine.toml
  unequal deck check decks/mine.toml --watch
  unequal print decks/mine.toml --out handouts";

pub(super) const DECK_LIST: &str = "\
Examples:
  unequal deck list
  unequal deck list --json";

pub(super) const DECK_SHOW: &str = "\
Examples:
  unequal deck show
  unequal deck show decks/mine.toml --seat patron
  unequal deck show unequal-partners --json";

pub(super) const DECK_CHECK: &str = "\
Examples:
  unequal deck check decks/mine.toml
  unequal deck check decks/*.toml --json
  unequal deck check decks/mine.toml --watch";

pub(super) const DECK_NEW: &str = "\
Examples:
  unequal deck new decks/mine.toml
  unequal deck new decks/mine.toml --id energy-and-its-price
  unequal deck new - | less";

pub(super) const DECK_DIFF: &str = "\
Examples:
  unequal deck diff unequal-partners decks/mine.toml
  unequal deck diff old.toml new.toml --json";

pub(super) const DECK_BALANCE: &str = "\
Examples:
  unequal deck balance decks/mine.toml
  unequal deck balance decks/mine.toml --runs 200 --rollout-runs 20 --json
  unequal deck balance unequal-partners --europe planner --out balance.md --replace
  unequal deck balance decks/mine.toml --runs 200 --rollout-runs 10 --claims short --numbers 50 --out balance.html

The page holds the conditions of a balanced deck, the claims that decks are held against as tests
with their figures, what each side could gain by another bot, and the tables behind them. Exit
status 1 if a condition does not hold, or a test is clearly missed from which the deck is not
exempt (`[[exempt]]`). With the numbers of sessions as they are by default, this takes minutes; it
says how far it is and about how long it still takes, and Ctrl-C stops it.";

pub(super) const DECK_REHEARSE: &str = "\
Examples:
  unequal deck rehearse
  unequal deck rehearse decks/mine.toml --runs 100
  unequal deck rehearse unequal-partners unequal-partners-long --json

Exit status 1 if a theme (a tag `report:*` of a card) is on the menu in less than 60 % of
sessions, if two moves in a row are quiet, or if an event comes that does not fit what has been
played.";

pub(super) const PRINT: &str = "\
Examples:
  unequal print                               a new folder unequal-partners.papers
  unequal print saves/table-2.toml            a new folder saves/table-2.papers
  unequal print saves/table-2.toml --seat client --out /media/stick/russia
  unequal print saves/table-2.toml --what exchanges --seat white-cell
                                              each exchange on a sheet: to talk about it afterwards
  unequal print decks/mine.toml --what cards,rules,signs --names people.txt --out handouts --replace

Each reader has a folder: what is given to a team from its own folder and from `everybody` holds
nothing of another seat. Open a page in a browser and print it on A4.";

pub(super) const ANNOTATE: &str = "\
Examples:
  unequal annotate merge saves/table-2.toml anna/table-2.toml.annotations
  unequal annotate list saves/table-2.toml";

pub(super) const ANNOTATE_MERGE: &str = "\
Examples:
  unequal annotate merge saves/table-2.toml anna/table-2.toml.annotations joost/table-2.toml

Each annotation is taken in once, whoever has it; what was withdrawn stays withdrawn.";

pub(super) const ANNOTATE_LIST: &str = "\
Examples:
  unequal annotate list saves/table-2.toml";

pub(super) const ASK: &str = "\
Examples:
  unequal ask saves/table-2.toml --seat client
                                              every bot of the deck, 20 times at each decision
  unequal ask saves/table-2.toml --seat client --player ./model.py --player greedy --times 5
  unequal ask saves/table-2.toml --seat patron --player ./model.py --names swapped --json

The record is only read. What is found is kept in SAVE.asked.json beside it, is told in the report,
and in the replay beside each decision, where `o` leaves it out. Same seed, same bytes.";

pub(super) const CLOSE: &str = "\
Examples:
  unequal close saves/table-2.toml
  unequal close saves/table-2.toml --out /media/stick

Writes table-2.report.html, table-2.roles.report.html (roles instead of names), a report a seat, and
the folder table-2.bundle with the record, what was written beside it, and checksums that
`b3sum --check BLAKE3SUMS` reads. Nothing is ever written over: where a name is taken, the new one
gets a number.";

pub(super) const DECK_CLAIMS: &str = "\
Examples:
  unequal deck claims
  unequal deck claims decks/mine.toml --claims claims.toml --out claims.md --replace

Exit status 1 if nothing puts a claim into play, or the deck has a tag of a claim that is not
listed.";

pub(super) const DECK_SOURCES: &str = "\
Examples:
  unequal deck sources
  unequal deck sources unequal-partners decks/mine.toml --out sources.md --replace";

pub(super) const DECK_SCHEMA: &str = "\
Examples:
  unequal deck schema > deck.schema.json";

pub(super) const SIMULATE: &str = "\
Examples:
  unequal simulate --deck unequal-partners --patron greedy --client cautious --runs 10000 --seed 7
  unequal simulate --deck decks/mine.toml --patron logit --client logit --europe hawk --runs 1000 --seed 1 --json
  unequal simulate --from saves/table-2.toml@41 --patron logit --client logit --runs 1000 --seed 1
  unequal simulate --deck unequal-partners --patron logit --client logit --runs 4000 --seed 1 --signs --out signs.html
  unequal simulate --deck unequal-partners --patron logit --client logit --runs 1000 --seed 1 --first 1000 --json

--signs is early warning for those who prepare, and no forecast: which signs came before rupture,
collapse and capture, how often such sessions ended so against those without, and how many moves
before. From a session, what is still hidden is drawn anew each time, and the red lines stay where
they truly lie: the result is for the white cell, not for a seat that is still playing.";

pub(super) const MERGE: &str = "\
Examples:
  unequal simulate --deck unequal-partners --patron logit --client logit --seed 7 --of 10000 --first 0 --runs 5000 --json > a.json
  unequal simulate --deck unequal-partners --patron logit --client logit --seed 7 --of 10000 --first 5000 --runs 5000 --json > b.json
  unequal merge a.json b.json                 the same as one run of 10000
  unequal merge parts/*.json --expect 10000 --json > whole.json

Session number N has the same seed in every part, and everything is counted in integers: the whole
is the same, byte for byte, on one machine and on a hundred. Parts are checked: same rules,
deck, bots and seed, counts that agree, no session twice and none left out; of the first and the last
that is known where --of or --expect says how many there are.";

pub(super) const SENSITIVITY: &str = "\
Examples:
  unequal sensitivity                         every number by itself to both ends of its range
  unequal sensitivity decks/mine.toml --pairing cautious:logit,logit:logit --runs 100
  unequal sensitivity --method morris --number stability.trust --number 'domain.*.dependence'
  unequal sensitivity --method sobol --number 'domain.*.restraint_norm|1' --number crisis.enter --json

Ctrl-C stops, and shows what was played to its end until then; exit status 1 says so.";

pub(super) const COMPLETIONS: &str = "\
Examples:
  unequal completions bash > ~/.local/share/bash-completion/completions/unequal
  unequal completions fish > ~/.config/fish/completions/unequal.fish
  unequal completions zsh > ~/.zfunc/_unequal";
