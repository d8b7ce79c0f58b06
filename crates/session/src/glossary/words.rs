//! The words of the rules that screens show, each with what it means in a sentence or two.
//!
//! Words in braces are filled in from the deck: names of the seats, and numbers of its rules.

/// A word: what it is called, how else it stands on screens, and what it means.
pub(super) type Row = (&'static str, &'static [&'static str], &'static str);

/// The gauges and what is worked out from them (rules 2).
const GAUGES: &[Row] = &[
    (
        "domains",
        &["domain", "field", "fields"],
        "The domains of the partnership. In each, {client} depends on {patron} so far, can still give so much, and has a red line of its own.",
    ),
    (
        "stability",
        &["stab"],
        "The health of the partnership, from 0 to 100. At the end of every move it goes part of the way to what trust, shared front, grievance and strain support. It is a judgement to argue with, not a score to win.",
    ),
    (
        "heading for",
        &["supported", "it is heading for"],
        "The stability that circumstances support at this moment. Stability follows it with a lag, so it can rise although this move did harm, and fall although it did good.",
    ),
    (
        "outlook",
        &["points of outlook"],
        "A look a little ahead: one part stability as it stands, two parts the stability that it is heading for. Close, managed and strained, and the quiet endings, are read from it.",
    ),
    (
        "trust",
        &[],
        "{client}’s belief that {patron}’s promises and self-restraint hold. Of what is conceded a part always arrives; the rest only as far as there is trust.",
    ),
    (
        "credibility",
        &["belief in threats", "credib"],
        "The belief that {patron}’s threats are carried out. It weighs in every contest; punishing raises it, backing down costs much of it.",
    ),
    (
        "resentment",
        &["anger", "duress", "resent"],
        "The grievance that {client}’s elite feels. It makes every demand meet more resistance, and comes to rest at what the imbalance causes: anger is heading there.",
    ),
    (
        "grievance",
        &[
            "anger is heading for",
            "anger is settling towards",
            "imbalance",
            "rising",
        ],
        "Where resentment comes to rest. It grows as {client}’s freedom falls and {patron}’s leverage does not, and again while {client} is exhausted. “Rising” stands where resentment lies far below it.",
    ),
    (
        "autonomy",
        &["freedom", "freedom of action", "auton"],
        "{client}’s freedom of action. It lets {client} say no, and leave; it falls with what is given and with leverage. At {capture_enter} or less {client} is on the way into capture.",
    ),
    (
        "captive",
        &["capture"],
        "Autonomy is at {capture_enter} or less. The clock of capture runs from then on, until autonomy is back at {capture_leave} or a crisis comes; at {capture_moves} moves the session ends in capture.",
    ),
    (
        "endurance",
        &["can afford to wait", "exhaustion", "endur"],
        "{client}’s ability to sustain economy, war and regime, and so to wait. It is spent by what is given and by threats carried out, and counts in the contest, in grievance and in whether {client} could leave.",
    ),
    (
        "exhausted",
        &[],
        "Endurance is below {exhausted}: anger rises for that alone, and what was given grows back more slowly.",
    ),
    (
        "exit",
        &["could leave", "able to leave", "being able to leave"],
        "Whether {client} can afford to leave: half of autonomy and endurance together, and a third of its outside option. At {exit_at} or more it can, and a break is a rupture; below, a break is a collapse.",
    ),
    (
        "shared front",
        &["front"],
        "How far both stand together against the order that they contest. It pays {patron} a little in every move, and holds stability up.",
    ),
    (
        "gains",
        &["gain", "{patron} gains"],
        "What {patron} has gained so far, in points with a tenth. A card says what it gains {patron} if it is given whole.",
    ),
    (
        "dependence",
        &["depends", "depend"],
        "How much {client} depends on {patron} in this domain. With the outside conditions it makes {patron}’s leverage there.",
    ),
    (
        "leverage",
        &["leverage at work"],
        "What {patron} can bring to bear in this domain: {client}’s dependence there, raised or lowered by the outside conditions. The harder the demand, the more of it presses.",
    ),
    (
        "capacity",
        &["left to give", "can still be paid", "capac"],
        "What {client} can still give in this domain. What it cannot pay it cannot accept or offer. Concessions spend it; it grows back slowly. A ! beside it says that it pays for no card that is open.",
    ),
    (
        "strain",
        &["strain on red line", "points of strain"],
        "How much weight lies on {client}’s red line in this domain. Demands and concessions add to it, and a part falls off again in every move, never below its start.",
    ),
    (
        "red line",
        &[
            "┃",
            "╎",
            "━",
            "declared line",
            "points of strain below",
            "may cross a red line",
            "crossed",
            "strain / line",
        ],
        "Where {client} will take no more in this domain. ┃ is the line as it was declared; ╎ is where it really lies, for those who know: up to 10 points off. When strain reaches the real one it is crossed, once and for good: stability {breach_stability}, resentment +{breach_resentment}.",
    ),
    (
        "unity",
        &["of unity"],
        "What {europe} can agree on: every measure costs some of it. It begins at {unity_start}, and {unity_gain} comes back in each move, up to {unity_max}.",
    ),
    (
        "exposure",
        &["expos"],
        "How hard an ending would hit {europe}. Hedging lowers it, and a plan softens the ending that it is for.",
    ),
    (
        "outside conditions",
        &["pressures", "outside"],
        "What neither side controls. Events move the conditions, they change leverage and endurance, and in every move they go back 1 towards where they began.",
    ),
    (
        "signposts",
        &["how far each ending is"],
        "How far each ending is from here, worked out from the gauges. They are shown so that nobody is surprised; the rules never use them.",
    ),
    (
        "why stability moved",
        &["was already", "it was heading", "drift and lag"],
        "An account that adds up: where stability was already heading, what each act of the move changed, and what moved at once. The parts together are the change that is shown.",
    ),
];

/// Where stability stands (rules 16 and 17).
const REGIMES: &[Row] = &[
    (
        "close",
        &[],
        "Outlook is at {close} or more: the partnership is close. With trust and freedom it could end in an entente.",
    ),
    (
        "managed",
        &[],
        "Outlook is at {managed} or more, and below close: unequal, and both know how to live with it.",
    ),
    (
        "strained",
        &[],
        "Outlook is below {managed}: no break, but an orderly end is out of reach as things stand.",
    ),
    (
        "crisis",
        &["in crisis", "crisis ends", "crisis clock"],
        "It begins when stability is below {crisis_enter} at the end of a move, and ends at {crisis_leave} or more. A move that ends in it below {crisis_enter} counts: at {break_moves} of them the partnership breaks. Both sides may climb down.",
    ),
    (
        "break",
        &["above the break", "a break now"],
        "The partnership breaks when stability is at {break_at} or less at the end of a move, or the crisis has lasted {break_moves} moves: a rupture if {client} can afford to leave, else a collapse.",
    ),
];

/// Demands, cards and what they say (rules 2.4, 6 and 9).
const DEMANDS: &[Row] = &[
    (
        "demand",
        &["tabled", "demanded"],
        "A card of {patron}’s menu, with how hard it is pressed and what is promised for it. Asking costs something whatever the answer, and more of it beyond what is usual in the domain.",
    ),
    (
        "menu",
        &["hand", "cards of the menu"],
        "What {patron} may demand in this move: in each domain what was demanded least, and some others that were shuffled. Nobody else sees it.",
    ),
    (
        "effort",
        &[],
        "{patron}’s attention. A probe costs {effort_probe}, a request {effort_request}, to press {effort_press}, an ultimatum {effort_ultimatum}; {effort_gain} come back in each move, and what is not spent is kept.",
    ),
    (
        "intensity",
        &["how hard", "●●○", "●○○", "●●●", "○○○"],
        "How hard a demand is pressed: probe, request, press, ultimatum. The harder, the more is asked, the more leverage works, and the more trust, calm and the red line pay for it.",
    ),
    (
        "inducement",
        &["promise", "promised"],
        "What {patron} promises for compliance. It is paid only if the demand is met, makes giving easier, and spares resentment.",
    ),
    (
        "costs",
        &["freedom, capacity", "pays"],
        "What a card costs {client} if it is given whole: in freedom (autonomy), in capacity, and with some cards in endurance. What is given in part costs its part.",
    ),
    (
        "weight on the red line",
        &["weight on red line", "red-line weight", "weight"],
        "How near the card comes to what {client} will not give. It adds strain when it is demanded and when it is given, and makes {client} resist.",
    ),
    (
        "lock-in",
        &[],
        "How much {client}’s dependence in the domain grows if the card is given whole: it stays when the move is over.",
    ),
    (
        "given",
        &["% given", "of it was given", "handed over"],
        "How much of a card has been handed over so far, in percent of the whole card. Much of it closes the card; other cards open only after enough of one was given.",
    ),
    (
        "of what was asked",
        &["100 %", "%"],
        "Percent are of the whole card. A demand asks for a part of it: a probe for {scope_probe} %, a request {scope_request} %, to press {scope_press} %, an ultimatum {scope_ultimatum} %; an answer gives its share of what was asked, and what arrives depends on the dice and on trust.",
    ),
    (
        "given whole or not at all",
        &["indivisible"],
        "This card cannot be given in part: half of it or more counts as all, less as nothing.",
    ),
    (
        "may be demanded again and again",
        &["again and again"],
        "This card is not used up: it may be demanded and given more than once.",
    ),
    (
        "mild",
        &["firm", "severe"],
        "How grave a demand is: mild, firm or severe, by its weight on the red line or as the deck says.",
    ),
    (
        "precedent",
        &[
            "documented",
            "claimed by one side",
            "from leaked papers",
            "no precedent found",
        ],
        "What has happened of the kind. Documented: it is established. Claimed by one side: only one side says so. From leaked papers: the papers are not confirmed. Sources stand behind it in brackets.",
    ),
    (
        "grade",
        &["grade a", "grade b", "grade c"],
        "How far a source can be trusted: A primary or well established, B serious but second hand, C to be read with care.",
    ),
    (
        "beyond the norm",
        &[
            "restraint",
            "restraint norm",
            "step over the norm",
            "over the norm",
        ],
        "How hard {patron} usually presses in a domain. Each step beyond it, and each further demand of the same move, costs more trust, more anger and some of the shared front.",
    ),
];

/// Answers, the contest and what follows (rules 8, 10 to 14).
const EXCHANGE: &[Row] = &[
    (
        "contest",
        &["what presses", "presses", "resists"],
        "{patron} presses with leverage, credibility and its promise; {client} resists with the red line, resentment, freedom and endurance. The difference moves the roll of two dice.",
    ),
    (
        "forces",
        &["of the forces", "on the roll", "modifier"],
        "What the contest adds to the roll of two dice, never more than {limit} either way. Above 0 it helps {client}, below 0 {patron}: “+1 of the forces” means that {client} stands a little firmer.",
    ),
    (
        "odds",
        &["/36", "of 36", "36 rolls"],
        "How many of the 36 rolls of two dice give this result: 6/36 is one in six.",
    ),
    (
        "dice",
        &["rolled", "two dice", "roll", "by hand"],
        "Two dice, as the session’s seed gives them or as they fall on the table. They move how much arrives within the range of an answer; they never change what the answer means.",
    ),
    (
        "gives more than it meant",
        &["slip", "more than meant"],
        "{patron} has the better of the contest: what arrives is the top of the answer’s range, and resentment grows by {slip}.",
    ),
    (
        "gives what it offered",
        &["as offered"],
        "Neither side has the better of it: what arrives is what the answer offers, of what was asked. For a plain refusal that is nothing.",
    ),
    (
        "holds its ground",
        &["holds", "less", "less than meant"],
        "{client} has the better of the contest: what arrives is the bottom of the answer’s range, and credibility falls.",
    ),
    (
        "arguments",
        &["argument", "net arguments", "argue"],
        "What the teams argued, weighed by the white cell: at most {arguments} on the roll, either way.",
    ),
    (
        "met",
        &["not met", "defied", "defiance"],
        "Accepting, with a counter-ask or in part, and deflecting meet a demand; stalling, hedging and refusing do not. A demand that was pressed and not met must be punished or taken back.",
    ),
    (
        "in our own words",
        &[
            "own words",
            "nearest to",
            "comes nearest to",
            "something else",
            "none of these",
        ],
        "{client} may write what it answers, and say which of the seven answers that comes nearest to: odds and effects are those of that one, and the white cell can rule otherwise. The words are on the record, and are shown wherever the answer is.",
    ),
    (
        "counter-ask",
        &["asks in return", "in return", "what for", "ask"],
        "What {client} wants for what it gives. After an answer with a counter-ask it is kept only if {patron} rewards.",
    ),
    (
        "offer",
        &["offers something", "no offer"],
        "{client} may put up a card of its own accord, with one thing that it asks for. If {patron} takes it up there is no contest and no duress, and it uses a demand of the move.",
    ),
    (
        "take up",
        &["taken up", "take it up", "set aside", "set it aside"],
        "To take up an offer is to accept it as it lies, and to pay what is asked for it. Whatever else {patron} does sets it aside, which costs a little goodwill.",
    ),
    (
        "follow-up",
        &["follows up", "follow up", "what follows"],
        "What {patron} makes of the answer: reward or pocket what was given; punish, back down or let go what was not.",
    ),
    (
        "ruling",
        &["rule", "adjudicate", "rulings", "the desk"],
        "The white cell says how the exchange came out: as computed, or otherwise with a reason. Both results stay in the record.",
    ),
    (
        "override",
        &[
            "✎",
            "ruled otherwise",
            "overruled",
            "otherwise than computed",
        ],
        "The white cell has ruled otherwise than computed, and said why. The sign is ✎.",
    ),
    (
        "for now",
        &["provisional", "rule later"],
        "A ruling that was accepted so that play can go on, to be looked at again later.",
    ),
    (
        "market discount",
        &["discount", "sanctions cost"],
        "Isolation makes {client} sell below price: in every move endurance falls, and {patron} gains, without any demand.",
    ),
    (
        "dividend",
        &["joint dividend"],
        "What standing together pays {patron} at the end of a move: more, the stronger the shared front and the steadier the partnership.",
    ),
    (
        "climb down",
        &[
            "climbs down",
            "stand where we stand",
            "step back",
            "make a gesture",
            "held its course",
        ],
        "In a crisis each side decides unseen whether it gives way. Both together lift stability by {both}, one alone by {alone}, or {mediated} if {europe} mediates. It has a price for whoever does it.",
    ),
];

/// Europe and its measures (rules 5).
const EUROPE: &[Row] = &[
    (
        "measure",
        &["no measure", "measures"],
        "What {europe} does in a move: one thing, or nothing. It costs unity and two dice say how well it goes.",
    ),
    (
        "works",
        &[
            "it works",
            "it worked",
            "backfires",
            "it backfired",
            "where it works",
            "where it backfires",
        ],
        "Two dice are thrown for a measure: at {works} or more it works, at {backfires} or less it backfires, between them only its sure effects come.",
    ),
    (
        "in secret",
        &["secret", "where the secret comes out", "it came out"],
        "A secret measure is known to {europe} and the white cell alone, costs more unity and never backfires; on a low roll it comes out.",
    ),
    (
        "signal",
        &["◇", "◈", "signals"],
        "{europe} has drawn a line in a domain (◇, or ◈ where it is also at stake): for {signal_moves} moves a demand there counts as one step harder, and costs {patron} some gains.",
    ),
    (
        "sanctions",
        &[],
        "A measure that isolates {client} further. How well it bites depends on who complies, which nobody knows until {europe} finds out.",
    ),
    (
        "talks",
        &["engage"],
        "A measure of talking, to one of them or to those between them: only what it says that it changes.",
    ),
    (
        "hedge",
        &["hedges"],
        "As a measure: {europe} lessens its own exposure. As an answer: {client} turns to a third party.",
    ),
    (
        "find out",
        &["watch"],
        "A measure that tells {europe} who complies with sanctions, and where every red line really lies.",
    ),
    (
        "plan",
        &["prepare", "plans", "there is a plan", "there is no plan"],
        "{europe} prepares for one ending. If that is what comes, the plan spares {relief} % of the shock.",
    ),
    (
        "mediation",
        &["mediate", "mediates"],
        "A measure for a crisis: if one side alone climbs down, stability rises by {mediated} instead of {alone}.",
    ),
    (
        "who complies",
        &["compliance"],
        "How well sanctions are really kept by those who only say so. It is drawn at STARTEX and hidden until {europe} finds out.",
    ),
];

/// The course of a session (rules 3 and 24).
const COURSE: &[Row] = &[
    (
        "move",
        &["moves"],
        "One round of play: news, {europe}, an offer, a demand, the answer, the ruling, the follow-up, and at its end everything drifts.",
    ),
    (
        "inject",
        &["news", "event", "open the move", "opens the move"],
        "The phase in which a move opens with the news of the day, as it is due or as the white cell chooses. An inject is anything that the white cell brings in from outside.",
    ),
    (
        "{europe}",
        &["europe decides"],
        "The phase of the third seat, which is not part of the partnership: it takes one measure, or none.",
    ),
    (
        "response",
        &["answers", "answer"],
        "The phase in which {client} answers the demand, in one of seven ways, each with its share of what was asked and its own price.",
    ),
    (
        "sealing",
        &["sealed", "seal your plan", "commit", "has sealed its plan"],
        "The phase in which both sides decide at once, unseen. A plan that is sealed cannot be changed; that it was sealed is known to all.",
    ),
    (
        "reveal",
        &["revealed", "both plans lie open"],
        "What was sealed, or estimated unseen, is opened for all at once.",
    ),
    (
        "drift",
        &[
            "the move is done",
            "close the move",
            "closes the move",
            "gauges drift",
        ],
        "The phase that closes a move: gauges go towards where they come to rest, and stability follows. As an ending: nothing is broken, and nothing is settled.",
    ),
    (
        "ended",
        &["endex", "how it ended"],
        "The session is over and its ending stands. Everything that was hidden is open to everybody now.",
    ),
    (
        "turn zero",
        &["rehearsal", "it does not count", "practice"],
        "A move for practice. It has dice and news of its own, and is thrown away at STARTEX.",
    ),
    (
        "startex",
        &[],
        "The beginning of the exercise: from here on everything counts.",
    ),
    (
        "artificialities",
        &["what all sides accept"],
        "What everybody at the table accepts for the exercise, although it is not so outside. They are read aloud before STARTEX.",
    ),
    (
        "white cell",
        &[],
        "Whoever runs the session: opens moves, rules, brings in news, and sees everything.",
    ),
    (
        "audience",
        &[],
        "Whoever looks on: sees what is public, and nothing else.",
    ),
    (
        "curtain",
        &["the curtain falls"],
        "What hides the table while one team leaves the screen to another.",
    ),
    (
        "estimates",
        &["estimate", "blind", "how sure", "% sure"],
        "How likely somebody holds something to be, in percent, written down before anybody sees the others’: the spread is what is worth talking about.",
    ),
    (
        "dissent",
        &["✗ dissent"],
        "Somebody in the team disagreed, and said so on the record.",
    ),
    (
        "gaps",
        &["without a reason", "every act has its reason"],
        "Decisions on the record without a reason: they can still be asked for.",
    ),
    (
        "bookmark",
        &["⚑", "chapter"],
        "A moment marked to come back to in the debriefing. The sign is ⚑. With a title it is a chapter of the replay’s tour.",
    ),
    (
        "record",
        &["entry", "entries"],
        "Every act in order, each on disk before it is shown. Nothing in it is ever erased: what is undone or put right stays, marked so.",
    ),
    (
        "act",
        &[],
        "What is to be decided now, by whoever is to act: the choices, one of them to be taken.",
    ),
    (
        "table",
        &["on the table"],
        "What lies before everybody in this move: the event, the offer, the demand and its answer.",
    ),
    (
        "room",
        &[],
        "What waits for the white cell, line by line, each with the key that opens it.",
    ),
    (
        "clocks",
        &["clock", "countdown"],
        "How long whoever acts has. A hard clock ends the turn; a soft one only says so.",
    ),
    (
        "announce",
        &["announcement"],
        "A line of the white cell’s to the whole room, on every screen.",
    ),
    (
        "projector",
        &["big screen"],
        "The wall that the room looks at, in a terminal of its own: it follows play by itself, and shows a scene that is called.",
    ),
    (
        "paused",
        &["‖", "pause", "play is on"],
        "Play has stopped and nobody may act; nothing is lost meanwhile.",
    ),
    (
        "course",
        &[],
        "How the session runs: turn zero, STARTEX, who plays which seat, how long it lasts, ENDEX.",
    ),
    (
        "reasons",
        &["why"],
        "What a decision rested on, in the words of who decided. The others read it after the end.",
    ),
    (
        "signs",
        &["±", "▲", "▼", "✓", "✗", "●", "○", "◆"],
        "▲ and ▼ say by how much a number rose or fell; ▲ on the curve and ✗ beside a line, that a red line was crossed; ✓ and ! mark the best and the worst of a column; ● marks where something stands; ! calls for attention.",
    ),
    (
        "saved",
        &["● saved", "not recorded", "reading only"],
        "Every act is on disk before it is shown; the time is that of the last one.",
    ),
];

/// All words of the rules.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    [GAUGES, REGIMES, DEMANDS, EXCHANGE, EUROPE, COURSE]
        .into_iter()
        .flatten()
}
